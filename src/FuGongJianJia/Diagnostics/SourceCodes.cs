namespace FuGongJianJia.Diagnostics;

/// <summary>What lies in data/ and input/ and cannot even be read（源文件夹）: FG13##.</summary>
public static class SourceCodes
{
    public static readonly DiagnosticCode Unreadable = new(
        "FG1301",
        Severity.Error,
        "文件或文件夹读不出来",
        "没有读取的权限，正被其他程序独占，或者磁盘、网络盘有故障。",
        "关闭正在使用它的程序（如 Excel），确认有读取的权限，再运行一次。"
    );

    public static readonly DiagnosticCode NotAFile = new(
        "FG1302",
        Severity.Error,
        "不是普通的文件",
        "管道、套接字、设备一类的东西里没有数据可读，读它会一直等下去。",
        "把它移出 data 和 input。"
    );

    public static readonly DiagnosticCode DeadLink = new(
        "FG1303",
        Severity.Error,
        "链接指向的东西不在了",
        "符号链接所指的文件或文件夹不存在，或者链接指向它自己。",
        "删掉链接，或把原来的文件放回去。"
    );

    public static readonly DiagnosticCode LinkLoop = new(
        "FG1304",
        Severity.Error,
        "链接绕成了圈",
        "链接指向它自己所在的文件夹或更上一层，读下去没有尽头。",
        "删掉这个链接。"
    );

    public static readonly DiagnosticCode CaseOnly = new(
        "FG1305",
        Severity.Error,
        "两个文件只有大小写不同",
        "文件名会成为网页或图片的地址，不分大小写；拷到 Windows 上，两个文件只剩一个。",
        "给其中一个改名。"
    );

    public static readonly DiagnosticCode Name = new(
        "FG1306",
        Severity.Error,
        "文件名不能用",
        "文件名里有看不见的字符、Windows 不允许的字符，不是 UTF-8 编码，或者是 Windows 的设备名；换一台电脑就读不到。",
        "给文件或文件夹改一个普通的名字。"
    );

    public static readonly DiagnosticCode NotAFolder = new(
        "FG1307",
        Severity.Error,
        "应为文件夹",
        "data 和 input 是两个文件夹，那里却是一个文件，里面的东西读不到。",
        "把那个文件移走或改名，再建文件夹。"
    );
}
