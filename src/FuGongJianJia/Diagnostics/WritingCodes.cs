namespace FuGongJianJia.Diagnostics;

/// <summary>Cases and pages（案例、页面）: FG07##.</summary>
public static class WritingCodes
{
    public static readonly DiagnosticCode NoFrontMatter = new(
        "FG0701",
        Severity.Error,
        "没有开头的说明",
        "案例和页面的开头要有用 --- 括起来的说明。",
        "在第一行写 ---，接着写 标题 等各项，再写一行 ---。"
    );

    public static readonly DiagnosticCode MissingField = new(
        "FG0702",
        Severity.Error,
        "缺少必填的一项",
        "没有这一项就不能公布。",
        "补上。"
    );

    public static readonly DiagnosticCode UnknownField = new(
        "FG0703",
        Severity.Error,
        "不认识的一项",
        "名字写错时不会起作用，所以不放过。",
        "改成提示的名字，或者删掉。"
    );

    public static readonly DiagnosticCode RawHtml = new(
        "FG0704",
        Severity.Error,
        "正文里有 HTML",
        "为安全起见，正文只用 Markdown。",
        "删掉尖括号写的标签；要写尖括号本身请用全角。"
    );

    public static readonly DiagnosticCode MissingImage = new(
        "FG0705",
        Severity.Error,
        "图片不存在",
        "input/ 里没有这个文件。",
        "核对路径和文件名的大小写。"
    );

    public static readonly DiagnosticCode BadImagePath = new(
        "FG0706",
        Severity.Error,
        "图片路径不对",
        "图片要放在 input/ 之内，用相对路径。",
        "把图片复制进 input/images/，写成 images/文件名。"
    );

    public static readonly DiagnosticCode ImageConsent = new(
        "FG0707",
        Severity.Warning,
        "图片没有标明同意公开",
        "没有标明同意的图片不会公开。",
        "取得被拍摄人同意后写上“同意: 是”。"
    );

    public static readonly DiagnosticCode BadSlug = new(
        "FG0708",
        Severity.Error,
        "文件名不能作为网页地址",
        "文件名会成为地址，只能用小写英文字母、数字和短横线。",
        "改文件名，例如 dajiafang-2023.md。"
    );

    public static readonly DiagnosticCode LongBody = new(
        "FG0709",
        Severity.Warning,
        "正文太长",
        "案例一般不超过 1200 字。",
        "精简，或者写成页面。"
    );

    public static readonly DiagnosticCode BadLink = new(
        "FG0710",
        Severity.Error,
        "链接不安全",
        "只允许站内的相对链接和以 http://、https://、mailto:、tel: 开头的链接；网址里的主机名前不能有“用户名@”。",
        "改正链接。"
    );

    public static readonly DiagnosticCode BadField = new(
        "FG0711",
        Severity.Error,
        "这一项的写法不对",
        "每项有固定的写法。",
        "对照说明改正。"
    );

    public static readonly DiagnosticCode TooDeep = new(
        "FG0712",
        Severity.Error,
        "正文无法解析",
        "列表、引用一层套一层，或者链接、表格的列、成对的符号多得不像一篇文章，解析会很久或者失败。",
        "在所说的位置简化，或者拆成几篇。"
    );

    public static readonly DiagnosticCode ImageAlt = new(
        "FG0713",
        Severity.Error,
        "图片没有替代文字",
        "看不见图片的读者要靠替代文字。",
        "在方括号里写一句话说明图片内容。"
    );

    public static readonly DiagnosticCode UnknownActivity = new(
        "FG0714",
        Severity.Error,
        "关联活动找不到",
        "各期的活动表里没有这个编码。",
        "核对活动编码。"
    );

    public static readonly DiagnosticCode UnknownIndicator = new(
        "FG0715",
        Severity.Error,
        "案例的指标找不到",
        "各期的指标目录里没有这个编码，案例就不会出现在指标页上。",
        "核对指标编码，例如 H02；写的是编码，不是名称。"
    );

    public static readonly DiagnosticCode AddressTaken = new(
        "FG0716",
        Severity.Error,
        "网址已被网站自己占用",
        "文件名会成为网址，而 search、data、2024 一类的网址是网站自己的栏目、期间或派生的文档。",
        "给文件换一个名字。"
    );

    public static readonly DiagnosticCode NotAPicture = new(
        "FG0717",
        Severity.Error,
        "文件不是能用的图片",
        "图片只能是 PNG、JPEG、GIF、WebP 或 SVG。手机拍的 HEIC、扩展名改成 .jpg 的网页或文档，浏览器都显示不出来。",
        "用看图软件打开，另存为 JPEG 或 PNG；打不开的，重新取得原图。"
    );

    public static readonly DiagnosticCode PictureMisnamed = new(
        "FG0718",
        Severity.Error,
        "图片的扩展名与内容不符",
        "扩展名说的格式和文件里的不一样，多半是改名时改错了，或者拿错了文件。",
        "把扩展名改成提示的那一个，并改正文章里的路径。"
    );

    public static readonly DiagnosticCode PictureTooLarge = new(
        "FG0719",
        Severity.Error,
        "图片太大",
        "图片不超过 50 MB、四千万像素，每边不超过 20000 像素，SVG 不超过 2 MB、十万个图形（重复使用的每次都算）：再大，打开它要占用过多内存，页面上也用不着。",
        "用看图软件缩小后另存；宽 2000 像素已经足够。"
    );

    public static readonly DiagnosticCode PictureDamaged = new(
        "FG0720",
        Severity.Error,
        "图片损坏",
        "文件不完整，多半是复制或下载中断，或者存储卡有问题。",
        "用看图软件打开看一看，重新复制或另存一份。"
    );

    public static readonly DiagnosticCode PictureAnimated = new(
        "FG0721",
        Severity.Error,
        "图片会动",
        "会动的图片印不到纸上，也妨碍一部分人阅读。",
        "截取其中一幅，另存为 PNG 或 JPEG。"
    );

    public static readonly DiagnosticCode PictureActive = new(
        "FG0722",
        Severity.Error,
        "矢量图里有不允许的内容",
        "SVG 里可以有脚本、链接、动画和外来的图片、样式，网站只公布静止的图形。",
        "在绘图软件里去掉所说的内容，另存为“普通 SVG”，或者导出为 PNG。"
    );

    public static readonly DiagnosticCode PictureNotPrinted = new(
        "FG0723",
        Severity.Warning,
        "矢量图不印进 PDF",
        "案例的 SVG 图片只在网页上显示，年报和镇街报告里没有这张图。",
        "要印出来，把它导出为 PNG。"
    );

    public static readonly DiagnosticCode UnknownProgramme = new(
        "FG0724",
        Severity.Error,
        "没有这个专题",
        "input/programmes 里的一篇说明一个专题，“标题”就是专题的名字；名字对不上，说明不会出现在网页上。",
        "改成列出的名字之一。"
    );

    public static readonly DiagnosticCode ProgrammeTwice = new(
        "FG0725",
        Severity.Error,
        "一个专题有两篇说明",
        "无法判断以哪一篇为准。",
        "并成一篇。"
    );

    public static readonly DiagnosticCode BrokenLink = new(
        "FG0726",
        Severity.Error,
        "链接的文章不存在",
        "链接写的是另一篇 .md 文件，那里却没有这个文件，读者点了只会看到“没有找到这一页”。",
        "核对文件名和文件夹：路径从写链接的这篇文章算起，上一级写 ../。"
    );

    public static readonly DiagnosticCode BrokenAnchor = new(
        "FG0727",
        Severity.Warning,
        "链接的标题不存在",
        "# 后面是标题去掉空格和标点的字，改了标题，链接就只能到那一页的开头。",
        "改成提示的标题；只想到那一页的，删去 # 和后面的字。"
    );

    public static readonly DiagnosticCode MissingFootnote = new(
        "FG0728",
        Severity.Error,
        "脚注没有写",
        "正文里有 [^1] 一类的标记，却没有这条脚注，方括号会原样印出来。",
        "在文末另起一段写 [^1]: 和脚注的话，或者删掉标记。"
    );

    public static readonly DiagnosticCode UnusedFootnote = new(
        "FG0729",
        Severity.Warning,
        "脚注没有用到",
        "正文里没有指向它的标记，这条脚注不会显示。",
        "在正文里写上标记，或者删掉它。"
    );

    public static readonly DiagnosticCode UnknownBox = new(
        "FG0730",
        Severity.Error,
        "不认识的提示框或分页",
        "提示框和分页只有几种写法，写错了会原样印出来，所以不放过。",
        "改成提示的写法。"
    );

    public static readonly DiagnosticCode OpenBox = new(
        "FG0733",
        Severity.Error,
        "分页没有收尾",
        "没有收尾时，后面的文字都算在里面。",
        "在末尾另起一行，写同样多个冒号。"
    );

    public static readonly DiagnosticCode SameAddress = new(
        "FG0734",
        Severity.Error,
        "两篇文章是同一个网址",
        "文件夹的首页 a/index.md 和同名的文章 a.md 都要 /a/ 这个网址。",
        "并成一篇，或者给其中一个改名。"
    );

    public static readonly DiagnosticCode WrongExtension = new(
        "FG0731",
        Severity.Warning,
        "文章不是 .md 文件",
        "案例、页面和文档只读 .md 文件；.docx、.md.txt 一类不会读取。",
        "把文字放进 .md 文件；Windows 藏起了扩展名的，先勾选显示，再改名。"
    );

    public static readonly DiagnosticCode InSubfolder = new(
        "FG0735",
        Severity.Warning,
        "文章放在子文件夹里",
        "案例、页面、专题的说明和简报里手写的部分没有子文件夹，放在里面的不会读取；只有文档和手册可以分文件夹。",
        "移到上一层；不再要的删掉。"
    );

    public static readonly DiagnosticCode BriefOfNothing = new(
        "FG0741",
        Severity.Error,
        "手写的简报没有这一期或这个镇街",
        "input/briefs/ 里的文件名是期间，镇街的在后面加编码；对不上就不知道印在哪一份简报里。",
        "改文件名，例如 2024.md、2024-SL06.md。"
    );

    public static readonly DiagnosticCode BriefHeading = new(
        "FG0742",
        Severity.Error,
        "手写的简报里不认识的标题",
        "简报里手写的部分只有几种，写错了标题就不会印出来，所以不放过。",
        "改成提示的标题：标题、按语、请定一件事、建议、措施。"
    );

    public static readonly DiagnosticCode ChapterOfNothing = new(
        "FG0751",
        Severity.Error,
        "年度报告的一章没有年份",
        "input/reports/ 里按年份分文件夹；对不上就不知道印在哪一年的年度报告里。",
        "放进年份文件夹，例如 input/reports/2024/致辞.md。"
    );

    public static readonly DiagnosticCode ChapterNotListed = new(
        "FG0752",
        Severity.Error,
        "年度报告里没有这一章",
        "篇目和手写的章要互相对得上，写错了名字就不会印出来，所以不放过。",
        "改成提示的章名；自己加的章，既要有文件，也要在 input/reports/annual.yml 里列一行。"
    );

    public static readonly DiagnosticCode ChapterPart = new(
        "FG0753",
        Severity.Error,
        "年度报告的一章里不认识的标题",
        "“镇街”一章按镇街、“五大指数”一章按指数写，标题对不上就不知道印在哪里。",
        "改成镇街的简称，或红色指数等五个名称。"
    );

    public static readonly DiagnosticCode CutByHash = new(
        "FG0732",
        Severity.Error,
        "值里的 # 会丢掉后面的字",
        "不加引号的值里，空格和 # 之后的都是注释，不会读取。",
        "把整个值加上英文双引号。"
    );
}
