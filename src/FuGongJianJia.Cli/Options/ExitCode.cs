namespace FuGongJianJia.Cli.Options;

/// <summary>Exit codes（退出码）.</summary>
internal static class ExitCode
{
    /// <summary>完成.</summary>
    public const int Done = 0;

    /// <summary>输入有误，什么也没写.</summary>
    public const int BadInput = 1;

    /// <summary>用法不对或程序故障.</summary>
    public const int Usage = 2;
}
