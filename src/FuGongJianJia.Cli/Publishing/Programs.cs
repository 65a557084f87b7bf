using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>Programs of this system（系统里的程序）, run to their end.</summary>
internal static class Programs
{
    /// <summary>Where a program lies; null when it is not there.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program.</summary>
    /// <param name="program">Where it lies.</param>
    /// <param name="arguments">Each as it is; no shell reads them.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="line">Called for each line that it prints, in place of keeping them; null to keep its
    /// bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    public static (int Code, byte[] Output, string Error) Run(
        string program,
        IEnumerable<string> arguments,
        string input,
        Action<string>? line,
        CancellationToken cancellation
    )
    {
        using var process = Start(program, arguments);
        using var ending = cancellation.Register(() => End(process));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var written = Task.Run(
            () =>
            {
                try
                {
                    process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
                    process.StandardInput.Close();
                }
                catch (IOException)
                {
                    // It ended without reading; its exit code says why.
                }
            },
            CancellationToken.None
        );
        using var output = new MemoryStream();
        if (line is null)
        {
            process.StandardOutput.BaseStream.CopyTo(output);
        }
        else
        {
            while (process.StandardOutput.ReadLine() is { } text)
            {
                if (text.Length > 0)
                {
                    line(text);
                }
            }
        }

        process.WaitForExit();
        written.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    /// <summary>Ends a program that may have ended by itself.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    // What it says is understood in one language only.
                    Environment = { ["LC_ALL"] = "C.UTF-8" },
                }
            )!;
        }
        catch (Win32Exception failure)
        {
            throw new RemediableException($"“{program}”运行不了", "请检查它是否装好。", failure);
        }
    }
}
