using System.Reflection;

namespace FuGongJianJia.Cli.Options;

/// <summary>The running program（程序）.</summary>
internal static class Tool
{
    /// <summary>Version and commit（完整版本）, such as 0.1.0+1a2b3c…; no commit where there was no repository.</summary>
    public static string FullVersion { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>
    /// Version as manifests, pages and reports name it（版本）: a commit that changes nothing there changes no byte.
    /// </summary>
    public static string Version { get; } = FullVersion.Split('+')[0];
}
