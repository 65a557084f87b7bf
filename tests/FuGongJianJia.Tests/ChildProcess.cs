using System.Diagnostics;

namespace FuGongJianJia.Tests;

/// <summary>Another program, run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>What it prints on both streams; where it fails, the test does.</summary>
    public static string Run(string program, string folder, params string[] arguments) =>
        Run(program, folder, [], arguments);

    /// <summary>The same, with variables of its own.</summary>
    public static string Run(
        string program,
        string folder,
        IEnumerable<(string Name, string Value)> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output += error.Result;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
