using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;

namespace FuGongJianJia.Cli;

/// <summary>
/// The report of a mistake of the program（故障报告）: where in the program, which version, which command. No message of an
/// exception and no value of an option: those may hold data.
/// </summary>
internal static class CrashReport
{
    /// <summary>Writes the report into the first folder that takes it.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="command">The command with the names of its options.</param>
    /// <param name="doing">The stage it was at.</param>
    /// <param name="folders">Where it may go; folders that are not there are passed over.</param>
    /// <returns>The path, null when no folder takes it.</returns>
    public static string? Write(Exception failure, string command, string doing, IEnumerable<string> folders)
    {
        var now = DateTime.Now;
        var text = Text(failure, command, doing, now);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            var path = Path.Combine(
                folder,
                string.Create(CultureInfo.InvariantCulture, $"fugong-故障-{now:yyyyMMdd-HHmmss}.txt")
            );
            try
            {
                File.WriteAllText(path, text, new UTF8Encoding(true));
                return path;
            }
            catch (Exception refused) when (FileTrouble.Is(refused))
            {
                // The next folder may take it.
            }
        }

        return null;
    }

    private static string Text(Exception failure, string command, string doing, DateTime now)
    {
        var text = new StringBuilder("富工建家 故障报告\n\n")
            .Append(CultureInfo.InvariantCulture, $"时间  {now:yyyy-MM-dd HH:mm:ss}\n")
            .Append(CultureInfo.InvariantCulture, $"版本  {Tool.FullVersion}\n")
            .Append(CultureInfo.InvariantCulture, $"系统  {RuntimeInformation.OSDescription}\n")
            .Append(CultureInfo.InvariantCulture, $"运行库  {RuntimeInformation.FrameworkDescription}\n")
            .Append(CultureInfo.InvariantCulture, $"命令  {command}\n")
            .Append(CultureInfo.InvariantCulture, $"正在做  {doing}\n");
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{cause.GetType().FullName}\n");
            foreach (var frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames())
            {
                var method = frame.GetMethod();
                text.Append(CultureInfo.InvariantCulture, $"   {method?.DeclaringType?.FullName}.{method?.Name}");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" ({Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()})\n"
                );
            }
        }

        return text.ToString();
    }
}
