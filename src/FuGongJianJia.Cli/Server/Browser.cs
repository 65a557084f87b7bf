using System.ComponentModel;
using System.Diagnostics;

namespace FuGongJianJia.Cli.Server;

/// <summary>The user's browser（浏览器）.</summary>
internal static class Browser
{
    /// <summary>
    /// Opens an address where there is a desktop to open it on. Whoever has none reads the address on the screen, so
    /// that nothing is said when it cannot be opened.
    /// </summary>
    public static void Open(string address)
    {
        if (OperatingSystem.IsLinux() && !HasDesktop("DISPLAY") && !HasDesktop("WAYLAND_DISPLAY"))
        {
            return;
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
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException)
        {
            // No program for it.
        }
    }

    private static bool HasDesktop(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
