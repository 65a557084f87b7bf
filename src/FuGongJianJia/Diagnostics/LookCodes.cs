namespace FuGongJianJia.Diagnostics;

/// <summary>The look of the site（网站的样子）: FG16##.</summary>
public static class LookCodes
{
    public static readonly DiagnosticCode LowContrast = new(
        "FG1601",
        Severity.Error,
        "颜色与底色的对比度不够",
        "文字与底色的对比度要达到 4.5∶1（无障碍标准 WCAG 的 AA 级），否则弱视和在阳光下看手机的读者读不出来。",
        "改成提示的颜色，它是离您写的最近、又够得上的；或者改底色。"
    );

    public static readonly DiagnosticCode BadStyle = new(
        "FG1602",
        Severity.Error,
        "样式文件里有不允许的内容",
        "网站不从别处取任何东西，样式里也不能有会取文件、会执行的写法。",
        "删掉所说的一处；图片放进标志，字体写进 theme.yml 的字体或字体文件。"
    );

    public static readonly DiagnosticCode BrokenStyle = new(
        "FG1603",
        Severity.Error,
        "样式文件读不通",
        "花括号、引号或注释没有成对，浏览器会丢掉后面的全部样式。",
        "从所说的位置找起，补上缺的一半。"
    );

    public static readonly DiagnosticCode UnknownLookFile = new(
        "FG1604",
        Severity.Warning,
        "input/theme 里的文件没有用到",
        "这个文件夹里只读 theme.yml、样式.css 和 theme.yml 里写明的标志、字体文件。",
        "改成提示的名字，或者移走。"
    );

    public static readonly DiagnosticCode BadFontFile = new(
        "FG1605",
        Severity.Error,
        "字体文件不能用",
        "每个读者都要下载它，字体又多有版权，所以只收网页认得、不太大、写明许可的。",
        "按提示换一个文件，或者补上许可；整套汉字太大的，用字体工具裁成常用字再存为 WOFF2。"
    );
}
