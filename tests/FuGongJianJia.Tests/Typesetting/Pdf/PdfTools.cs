using System.Diagnostics;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>
/// Runs qpdf and the tools of poppler on a document. Without them the test fails and says what to install.
/// </summary>
internal static class PdfTools
{
    public static string Check(byte[] pdf) => Run(pdf, "qpdf", file => ["--check", file]);

    /// <summary>All objects in the open, one revision, for reading by eye or by search.</summary>
    public static string Unpack(byte[] pdf) =>
        Run(
            pdf,
            "qpdf",
            file => ["--qdf", "--object-streams=disable", "--no-original-object-ids", file, "-"],
            latin: true
        );

    public static string Text(byte[] pdf) => Run(pdf, "pdftotext", file => ["-enc", "UTF-8", file, "-"]);

    public static string Fonts(byte[] pdf) => Run(pdf, "pdffonts", file => [file]);

    public static string Structure(byte[] pdf) => Run(pdf, "pdfinfo", file => ["-struct-text", file]);

    public static string Boxes(byte[] pdf) => Run(pdf, "pdftotext", file => ["-bbox", file, "-"]);

    private static string Run(byte[] pdf, string tool, Func<string, string[]> arguments, bool latin = false)
    {
        var file = Path.Combine(
            Path.GetTempPath(),
            $"fugong-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pdf))[..16]}"
                + $"-{Environment.CurrentManagedThreadId}.pdf"
        );
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(tool, arguments(file))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            if (latin)
                start.StandardOutputEncoding = System.Text.Encoding.Latin1;
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(
                process.ExitCode == 0 && errors.Result.Length == 0,
                $"{tool} exit {process.ExitCode}: {errors.Result}{output[..Math.Min(output.Length, 2000)]}"
            );
            return output;
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new InvalidOperationException(
                $"{tool} is not installed: run test.sh, or install qpdf and poppler-utils.",
                problem
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
