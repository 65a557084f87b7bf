using System.Diagnostics;

namespace FuGongJianJia.Tests.Typesetting.Word;

/// <summary>
/// Opens a Word file with an office program of another maker and prints it. Without it the test fails and says what to
/// install.
/// </summary>
internal static class LibreOffice
{
    public static byte[] ToPdf(byte[] document)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "document.docx");
        File.WriteAllBytes(file, document);
        var start = new ProcessStartInfo(
            "soffice",
            [
                // A profile of its own: two at a time would wait for each other.
                "-env:UserInstallation=file://" + Path.Combine(folder.Path, "profile"),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.Path,
                file,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("soffice did not start.");
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var made = Path.ChangeExtension(file, ".pdf");
            Assert.True(File.Exists(made), $"soffice exit {process.ExitCode}: {errors.Result}{output}");
            return File.ReadAllBytes(made);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new InvalidOperationException(
                "soffice is not installed: run test.sh, or install libreoffice-writer-nogui.",
                problem
            );
        }
    }
}
