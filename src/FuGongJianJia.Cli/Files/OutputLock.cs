namespace FuGongJianJia.Cli.Files;

/// <summary>Holds an output folder for one command（占用）, so that none reads while another moves files.</summary>
internal static class OutputLock
{
    private const string FileName = ".lock";

    // EAGAIN of Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Takes a folder that is to be written to.</summary>
    /// <exception cref="OutputException">Another command holds it.</exception>
    public static IDisposable Take(string output)
    {
        try
        {
            return new FileStream(
                Path.Combine(output, FileName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException failure) when (Held.Contains(failure.HResult))
        {
            throw new OutputException($"输出文件夹“{output}”正被另一次生成使用", failure);
        }
    }

    /// <summary>
    /// Takes a folder that is only looked at; null where nothing can be written, since then nobody else moves files
    /// either.
    /// </summary>
    /// <exception cref="OutputException">Another command holds it.</exception>
    public static IDisposable? TakeToRead(string output)
    {
        try
        {
            return Take(output);
        }
        catch (Exception failure) when (FileTrouble.Is(failure) && failure is not OutputException)
        {
            return null;
        }
    }
}
