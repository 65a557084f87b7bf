using System.Reflection;

namespace FuGongJianJia.Cli.Options;

/// <summary>The running program（程序）.</summary>
internal static class Tool
{
    /// <summary>Version as manifests, pages and reports name it.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
