using System.ComponentModel;
using System.Diagnostics;

namespace FuGongJianJia.Cli.Server;

/// <summary>The desktop's browser（浏览器）, and whatever program it has for a file.</summary>
internal static class Browser
{
    /// <summary>
    /// Opens an address where there is a desktop to open it on. Whoever has none reads the address on the screen, so
    /// that nothing is said when it cannot be opened.
    /// </summary>
    /// <returns>False when nothing could open it.</returns>
    public static bool Open(string address)
    {
        if (!HasDesktop)
        {
            return false;
        }

        var start =
            OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
            : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [address])
            : new ProcessStartInfo("xdg-open", [address])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
        try
        {
            using var started = Process.Start(start);
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException)
        {
            // No program for it.
            return false;
        }
    }

    /// <summary>True where there is a desktop to open anything on.</summary>
    public static bool HasDesktop => !OperatingSystem.IsLinux() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
