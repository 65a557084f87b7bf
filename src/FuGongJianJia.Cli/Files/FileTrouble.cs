namespace FuGongJianJia.Cli.Files;

/// <summary>
/// What is wrong with a file（读写故障）, in Chinese words: the messages of the framework are English and show whole paths.
/// </summary>
internal static class FileTrouble
{
    // ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // EROFS of Linux and macOS, ERROR_WRITE_PROTECT of Windows.
    private static readonly int[] ReadOnly = [30, unchecked((int)0x80070013)];

    // ELOOP of Linux and macOS.
    private static readonly int[] Circle = [40, 62];

    /// <summary>True for what a disk or its owner may do at any time, so that it is nobody's mistake here.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>Why, without a full stop.</summary>
    public static string Words(Exception failure) =>
        failure switch
        {
            OutputException => failure.Message,
            _ when InTheWay(PathOf(failure)) is { } file => $"“{file}”是文件，应为文件夹",
            UnauthorizedAccessException => "没有权限",
            FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => "文件或文件夹不见了",
            PathTooLongException => "路径太长",
            _ when Full.Contains(failure.HResult) => "磁盘已满",
            _ when ReadOnly.Contains(failure.HResult) => "磁盘是只读的",
            _ when Circle.Contains(failure.HResult) => "是绕回自己的链接",
            _ => "可能正被其他程序打开，或者磁盘有故障",
        };

    // Name of a file that stands where a path needs a folder; null where none does.
    private static string? InTheWay(string path)
    {
        for (var above = Path.GetDirectoryName(path); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                return Path.GetFileName(above);
            }
        }

        return null;
    }

    /// <summary>The path that the framework's message names in quotation marks; empty when it names none.</summary>
    public static string PathOf(Exception failure) =>
        failure.Message.Split('\'') is [_, var path, ..] and { Length: >= 3 } ? path : "";
}

/// <summary>The output folder cannot be used, or could not be changed（输出文件夹不能用）; the message is Chinese.</summary>
internal sealed class OutputException(string message, Exception? cause = null) : IOException(message, cause);
