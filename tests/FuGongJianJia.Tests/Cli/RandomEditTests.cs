using System.Globalization;
using System.Text;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Demo;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// Random edits of a small district, one after another: a build over what stands, after one that was interrupted among
/// others, and a build from nothing agree to the last byte; or both refuse, and what stood still stands. A few edits
/// here; scripts/edits.sh makes two hundred.
/// </summary>
public sealed class RandomEditTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Edits = int.Parse(
        Environment.GetEnvironmentVariable("FUGONG_EDITS") ?? "6",
        CultureInfo.InvariantCulture
    );

    private const string SettingsPath = "input/site.yml";
    private const string CasePath = "input/cases/night-school.md";

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20261126);
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private string _said = "";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_over_what_stands_is_the_build_from_nothing()
    {
        Lay();
        Assert.True(Build("output") == ExitCode.Done, _said);
        for (var edit = 0; edit < Edits; edit++)
        {
            var (what, path, content) = (edit % 6) switch
            {
                0 or 1 or 2 => Figure(),
                3 => Row(),
                4 => Case(edit),
                _ => Settings(edit),
            };
            var full = Path.Combine(_folder.Path, path);
            var before = (Text: File.ReadAllBytes(full), Output: TemporaryFolder.Contents(PathOf("output")));
            _folder.Write(path, content);
            if (edit % 3 == 1)
            {
                Count($"interrupted: {Build("output", TimeSpan.FromMilliseconds(_random.Next(1500)))}");
            }

            var (over, afresh) = (Build("output"), Build("afresh"));

            Assert.True(over == afresh, $"{edit}: {what} in {path}: {over}, {afresh}\n{_said}");
            Count($"{what}: {over}");
            if (over == ExitCode.Done)
            {
                Assert.Equal(TemporaryFolder.Contents(PathOf("afresh")), TemporaryFolder.Contents(PathOf("output")));
                Directory.Delete(PathOf("afresh"), recursive: true);
            }
            else
            {
                Assert.Equal(before.Output, TemporaryFolder.Contents(PathOf("output")));
                _folder.Write(path, before.Text);
            }
        }

        Assert.Contains($"figure: {ExitCode.Done}", _outcomes.Keys);
        foreach (var (what, count) in _outcomes)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
        }
    }

    // A digit of a figure becomes another one.
    private (string What, string Path, byte[] Content) Figure()
    {
        var (path, lines) = Table("指标值.csv");
        var places = (
            from line in Enumerable.Range(1, lines.Length - 1)
            let cells = lines[line].Split(',')
            where cells.Length > 4
            let first = cells[0].Length + cells[1].Length + 2
            from at in Enumerable.Range(first, cells[2].Length + cells[3].Length + cells[4].Length + 2)
            where char.IsAsciiDigit(lines[line][at])
            select (line, at)
        ).ToList();
        var (row, place) = places[_random.Next(places.Count)];
        var digit = (char)('0' + ((lines[row][place] - '0' + 1 + _random.Next(9)) % 10));
        lines[row] = lines[row][..place] + digit + lines[row][(place + 1)..];
        return ("figure", path, Bytes(lines));
    }

    private (string What, string Path, byte[] Content) Row()
    {
        var (path, lines) = Table("*.csv");
        var row = _random.Next(1, lines.Length);
        return ("row", path, Bytes(lines.Where((_, at) => at != row)));
    }

    private (string What, string Path, byte[] Content) Case(int edit) =>
        (
            "case",
            CasePath,
            Utf8(
                $"""
                ---
                标题: 夜校开进车间
                类别: 大讲堂
                日期: 2024-0{1 + _random.Next(9)}
                组织: SL00
                地区: 本区
                来源: 示例区总工会（演示）
                摘要: 把课堂搬到班组旁边。
                ---

                第{edit}次改写：工友下了班就能听课。
                """
            )
        );

    private static (string What, string Path, byte[] Content) Settings(int edit) =>
        ("settings", SettingsPath, Utf8($"标题: 第{edit}版\n演示数据: 是\n"));

    // A table of any period, byte by byte: one of them is in GB18030.
    private (string Path, string[] Lines) Table(string name)
    {
        var tables = Directory
            .GetFiles(PathOf("data"), name, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f =>
                (
                    Path: Path.GetRelativePath(_folder.Path, f),
                    Lines: Encoding.Latin1.GetString(File.ReadAllBytes(f)).Split('\n')
                )
            )
            .Where(t => t.Lines.Count(l => l.Length > 1) > 2)
            .ToList();
        return tables[_random.Next(tables.Count)];
    }

    private void Lay()
    {
        DemoFolder.LaySmall(_folder, Period.OfYear(2023), Period.OfYear(2024));

        _folder.Write(SettingsPath, Settings(0).Content);
        _folder.Write(CasePath, Case(0).Content);
    }

    private int Build(string into, TimeSpan? after = null)
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        interrupted.CancelAfter(after ?? Timeout.InfiniteTimeSpan);
        using var error = new StringWriter();
        var code = Program.Run(
            ["build", "--root", _folder.Path, "--output", PathOf(into), "--max-deletes", "100000"],
            new Screen(TextWriter.Null, error),
            interrupted.Token
        );
        _said = error.ToString();
        return code;
    }

    private static byte[] Utf8(FormattableString text) => Encoding.UTF8.GetBytes(FormattableString.Invariant(text));

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.Latin1.GetBytes(string.Join('\n', lines));

    private string PathOf(string folder) => Path.Combine(_folder.Path, folder);

    private void Count(string what) => _outcomes[what] = _outcomes.GetValueOrDefault(what) + 1;
}
