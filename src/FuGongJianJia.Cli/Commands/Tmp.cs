namespace FuGongJianJia.Cli.Commands; internal static class BuildOptions { public static string OutputOf(string root, string? output) => Path.GetFullPath(output ?? Path.Combine(root, "output")); }
