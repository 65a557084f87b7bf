using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// Whatever lies in data/ and input/ is read, passed over or said: reading never waits, and never fails. (Windows has
/// neither pipes nor permissions of this kind in a folder; links and cases are the same there.)
/// </summary>
public sealed class SourceFolderTests : IDisposable
{
    private const uint Nobody = 65534;

    private readonly TemporaryFolder _folder = new();

    public SourceFolderTests() => _folder.Write("data/2024/组织.csv", "组织编码\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hidden_files_and_lock_files_of_office_programs_are_passed_over()
    {
        _folder.Write("data/2024/~$组织.xlsx", "");
        _folder.Write("data/.git/config", "");
        Link("data/2024/.#组织.csv", "nobody@nowhere");
        Assert.Equal(["data/2024/组织.csv"], Read());
    }

    [Fact]
    public void A_pipe_a_socket_and_a_device_are_said_and_do_not_make_reading_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are none in a folder of Windows.");
        Run("mkfifo", At("data/2024/管道.csv"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("input.sock")));
        Directory.CreateDirectory(At("input"));
        File.Move(At("input.sock"), At("input/socket.md"));
        Assert.Equal(["data/2024/管道.csv FG1302", "data/2024/组织.csv", "input/socket.md FG1302"], Read());
    }

    [Fact]
    public void A_file_where_a_folder_should_be_is_said()
    {
        _folder.Write("input", "标题: 年鉴\n");
        Assert.Equal(["data/2024/组织.csv", "input FG1307"], Read());
    }

    [Fact]
    public void An_empty_file_is_empty_even_when_it_may_not_be_written_to()
    {
        File.SetAttributes(_folder.Write("data/2024/任务.csv", ""), FileAttributes.ReadOnly);
        Assert.Equal(["data/2024/任务.csv", "data/2024/组织.csv"], Read());
    }

    [Fact]
    public void Links_are_followed_to_files_and_folders()
    {
        _folder.Write("elsewhere/任务.csv", "任务编码\n");
        Link("data/2024/任务.csv", At("elsewhere/任务.csv"));
        Link("data/2023", At("elsewhere"));
        Assert.Equal(["data/2023/任务.csv", "data/2024/任务.csv", "data/2024/组织.csv"], Read());
    }

    [Fact]
    public void A_link_to_nothing_or_to_itself_is_said()
    {
        Link("data/2024/任务.csv", At("gone.csv"));
        Link("data/2024/活动.csv", "活动.csv");
        Link("input", At("gone"));
        Assert.Equal(
            ["data/2024/任务.csv FG1303", "data/2024/活动.csv FG1303", "data/2024/组织.csv", "input FG1303"],
            Read()
        );
    }

    [Fact]
    public void A_link_to_a_folder_above_is_said_and_not_followed()
    {
        Link("data/2024/again", At("data"));
        Link("data/self", "../data/2024");
        Link("data/2024/root", "../..");
        Link("data/2024/top", "/");
        Assert.Equal(
            [
                "data/2024/again FG1304",
                "data/2024/root FG1304",
                "data/2024/top FG1304",
                "data/2024/组织.csv",
                "data/self/again FG1304",
                "data/self/root FG1304",
                "data/self/top FG1304",
                "data/self/组织.csv",
            ],
            Read()
        );
    }

    [Fact]
    public void A_file_that_another_program_holds_is_said_in_words()
    {
        using var held = new FileStream(At("data/2024/组织.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var found = Assert.Single(SourceFolder.Read(_folder.Path, CancellationToken.None).Diagnostics);
        Assert.Equal(("FG1301", "data/2024/组织.csv"), (found.Code, found.Place.Path));
        Assert.StartsWith("读不出来：可能正被其他程序打开", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_folders_without_permission_are_said()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Permissions are tried as another user of Linux.");
            return;
        }

        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(At("data/2024/组织.csv"), UnixFileMode.None);
        File.SetUnixFileMode(Directory.CreateDirectory(At("input")).FullName, UnixFileMode.None);
        var before = SetFileUser(Nobody);
        try
        {
            Assert.Equal(["data/2024/组织.csv FG1301", "input FG1301"], Read());
        }
        finally
        {
            _ = SetFileUser((uint)before);
        }
    }

    [Fact]
    public void Two_names_that_differ_only_in_case_are_said()
    {
        _folder.Write("input/images/a.png", "a");
        _folder.Write("input/images/A.png", "b");
        Assert.SkipUnless(Directory.GetFiles(At("input/images")).Length == 2, "This disk knows no difference of case.");
        Assert.Contains("input/images/a.png FG1305", Read());
    }

    [Theory]
    [InlineData("任务\n.csv")]
    [InlineData("任务\u202Evsc.csv")]
    [InlineData("任务\uFFFD.csv")]
    [InlineData("任务:备份.csv")]
    [InlineData("任务.csv ")]
    [InlineData("NUL.csv")]
    [InlineData("com1")]
    public void A_name_that_other_systems_do_not_take_is_said(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes no such name.");
        _folder.Write($"data/2024/{name}", "");
        _folder.Write($"input/{name}/a.md", "");
        Assert.Equal([$"data/2024/{name} FG1306", "data/2024/组织.csv", $"input/{name} FG1306"], Read());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    [InlineData("fonts")]
    [InlineData("explain J1")]
    public void Commands_stop_at_what_cannot_be_read_and_say_nothing_of_the_rest(string line)
    {
        Link("data/2024/任务.csv", At("gone.csv"));
        using var error = new StringWriter();
        var code = Program.Run(
            [.. line.Split(' '), "--root", _folder.Path],
            new Screen(TextWriter.Null, error),
            CancellationToken.None
        );
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("data/2024/任务.csv: 错误 FG1303: ", error.ToString(), StringComparison.Ordinal);
        Assert.Single(
            error.ToString().Split('\n'),
            l => l.Contains("FG", StringComparison.Ordinal) && l.Contains("错误 FG", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_code_of_this_group_is_tried_here() =>
        Assert.Equal(
            ["FG1301", "FG1302", "FG1303", "FG1304", "FG1305", "FG1306", "FG1307"],
            Codes.Of(typeof(SourceCodes)).Select(c => c.Id)
        );

    // Paths that were read, and paths with the code of what is wrong with them.
    private IEnumerable<string> Read()
    {
        var read = SourceFolder.Read(_folder.Path, CancellationToken.None);
        return read
            .Files.Select(f => f.Path)
            .Concat(read.Diagnostics.Select(d => $"{d.Place.Path} {d.Code}"))
            .Order(StringComparer.Ordinal);
    }

    private string At(string path) => Path.Combine(_folder.Path, path);

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
    }

    private static void Run(string program, string argument)
    {
        using var process = Process.Start(program, [argument]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    // The user that this thread opens files as: what root is refused is otherwise hard to find.
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileUser(uint user);
}
