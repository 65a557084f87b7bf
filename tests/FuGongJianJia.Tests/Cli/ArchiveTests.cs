using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Archive;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Demo;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// A period that is out: its figures, dates and addresses stay, and what is changed on purpose is told. On a district
/// of 24 unions.
/// </summary>
public sealed partial class ArchiveTests : IDisposable
{
    private const string Record = "input/出版/2023.json";
    private const string Changed = "data/2023/指标值.csv";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_figure_of_a_final_period_changes_only_with_a_reason_and_is_then_listed()
    {
        Lay(2023);
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(ExitCode.Done, Run("archive", "2023").Code);
        Assert.Contains("写入 1，", Build().Out, StringComparison.Ordinal);
        var before = TemporaryFolder.Contents(Output);
        var (unit, from, to) = ChangeOneFigure();

        var refused = Build();

        Assert.Equal(ExitCode.BadInput, refused.Code);
        var said = Assert.Single(
            refused.Error.Split('\n'),
            l => l.Contains(ArchiveCodes.PublishedChanged.Id, StringComparison.Ordinal)
        );
        Assert.Contains($"（{unit}）的 R01 出版时是“{from}／", said, StringComparison.Ordinal);
        Assert.Contains($"现在是“{to}／", said, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(Output));

        var amended = Build("--amend", "分子多计一人，按台账更正");

        Assert.Equal(ExitCode.Done, amended.Code);
        Assert.Contains(Record, amended.Out, StringComparison.Ordinal);
        var listed = File.ReadAllText(Path.Combine(Output, "site/data-quality/2023/index.html"));
        Assert.Contains("分子多计一人，按台账更正", listed, StringComparison.Ordinal);
        Assert.Contains($"{from}／", listed, StringComparison.Ordinal);
        var after = Made();
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(after, Made());
        Assert.Equal(ExitCode.BadInput, Run("archive", "2023").Code);
    }

    [Fact]
    public void A_row_of_the_corrections_accounts_for_a_figure_and_for_what_follows_from_it()
    {
        Lay(2023, 2024);
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(ExitCode.Done, Run("archive", "2023").Code);
        var (unit, from, to) = ChangeOneFigure();
        Correct($"{to}{to}");
        Assert.Equal(ExitCode.BadInput, Build().Code);
        Correct(to);
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(PublicationState.Final, Read().State);
        Assert.Empty(Read().Amendments);

        void Correct(string after) =>
            _folder.Write(
                "data/2024/更正.csv",
                $"期间,组织,指标,原值,新值,日期,说明\n2023,{unit},R01,{from},{after},2024-03-14,分子多计一人\n"
            );
    }

    [Fact]
    public void A_new_period_leaves_papers_and_data_of_a_final_one_as_they_are()
    {
        Lay(2023, 2024);
        var later = Path.Combine(_folder.Path, "data/2024");
        Directory.Move(later, Path.Combine(_folder.Path, "2024"));
        Assert.Equal(ExitCode.Done, Run("build").Code);
        Assert.Equal(ExitCode.Done, Run("archive", "2023").Code);
        var (before, page) = (Of2023(), Page());
        Directory.Move(Path.Combine(_folder.Path, "2024"), later);

        var again = Run("build");
        Assert.True(again.Code == ExitCode.Done, again.Error);

        Assert.Empty(Of2023().Except(before).Select(f => f.Key));
        Assert.Equal(before, Of2023());

        // A page gets the link to the new period, and nothing else.
        Assert.Contains("../2024/index.html\">2024年</a>", Page(), StringComparison.Ordinal);
        Assert.Equal(Bare(page), Bare(Page()));
        Assert.Contains(
            Numerals(Read().Date),
            File.ReadAllText(Path.Combine(Output, "site/2023/index.html")),
            StringComparison.Ordinal
        );

        SortedDictionary<string, string> Of2023() =>
            new(
                TemporaryFolder
                    .Contents(Output)
                    .Where(f =>
                        f.Key.StartsWith("site/reports/2023/", StringComparison.Ordinal)
                        || f.Key.StartsWith("site/data/2023/", StringComparison.Ordinal)
                        || f.Key.StartsWith("internal/2023/briefs/", StringComparison.Ordinal)
                    )
                    .ToDictionary(),
                StringComparer.Ordinal
            );

        string Page() => File.ReadAllText(Path.Combine(Output, "site/2023/index.html"));

        static string Bare(string page) =>
            Fingerprint().Replace(Link().Replace(page, ""), "").Replace("\n", "", StringComparison.Ordinal);

        static string Numerals(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
    }

    [Fact]
    public void An_address_that_was_published_leads_on_or_says_that_it_was_taken_down()
    {
        Lay(2023);
        _folder.Write("input/pages/old-name.md", "---\n标题: 关于我们\n---\n\n这一页讲我们是谁。\n");
        _folder.Write("input/pages/given-up.md", "---\n标题: 不再刊载的一页\n---\n\n以后没有了。\n");
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(ExitCode.Done, Run("archive", "2023").Code);
        File.Move(
            Path.Combine(_folder.Path, "input/pages/old-name.md"),
            Path.Combine(_folder.Path, "input/pages/new-name.md")
        );
        File.Delete(Path.Combine(_folder.Path, "input/pages/given-up.md"));

        Assert.Equal(ExitCode.Done, Build().Code);

        var moved = File.ReadAllText(Path.Combine(Output, "site/old-name/index.html"));
        Assert.Contains("href=\"../new-name/index.html\"", moved, StringComparison.Ordinal);
        var gone = File.ReadAllText(Path.Combine(Output, "site/given-up/index.html"));
        Assert.Contains("已撤下", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("不再刊载的一页", gone, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "old-name",
            File.ReadAllText(Path.Combine(Output, "site/sitemap.xml")),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Done, Run("verify", "--rebuild").Code);
    }

    [Fact]
    public void A_final_period_that_is_gone_and_a_record_that_is_lost_are_told()
    {
        Lay(2023, 2024);
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(ExitCode.Done, Run("archive", "2023").Code);
        Assert.Equal(ExitCode.Done, Build().Code);
        var record = Path.Combine(_folder.Path, Record);
        File.Move(record, record + ".away");
        Assert.Contains(ArchiveCodes.RecordLost.Id, Build().Error, StringComparison.Ordinal);
        File.Move(record + ".away", record);

        Directory.Delete(Path.Combine(_folder.Path, "data/2023"), recursive: true);
        Assert.Contains(ArchiveCodes.PeriodGone.Id, Build().Error, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, Build("--amend", "全年数据重新核实", "--max-deletes", "1000").Code);
        Assert.Contains(
            "全年数据重新核实",
            File.ReadAllText(Path.Combine(Output, "site/2023/index.html")),
            StringComparison.Ordinal
        );
        Assert.Equal(PublicationState.Withdrawn, Read().State);
        Assert.Equal(ExitCode.Done, Build().Code);
    }

    [Theory]
    [InlineData("\"格式\": 1", "\"格式\": 2", "“格式”应为 1")]
    [InlineData("\"期间\": \"2023\"", "\"期间\": \"23\"", "“期间”应写作")]
    [InlineData("\"期间\": \"2023\"", "\"期间\": \"2024\"", "文件应在 input/出版/2024.json")]
    [InlineData("\"定稿\"", "\"稿\"", "“状态”应为")]
    [InlineData("\"编制日期\": \"2024-01-10\"", "\"编制日期\": 2024", "“编制日期”应为")]
    [InlineData("\"数据指纹\": \"0123456789ab\"", "\"数据指纹\": \"../..\"", "“数据指纹”")]
    [InlineData("\"83.20\"", "\"93.20\"", "其中的数被改过")]
    [InlineData("\"83.20\"", "83.20", "其中的值都是文字")]
    [InlineData("2023/index.html", "../../index.html", "地址在网站之内")]
    [InlineData("2023/index.html", "2023/../x.html", "地址在网站之内")]
    [InlineData("2023/index.html", "2023/a.js", "地址在网站之内")]
    [InlineData("\"更正\": [", "\"更正\": [ 1,", "其中的值都是文字")]
    [InlineData("\"状态\"", "\"期间\"", "应是本程序写的 JSON")]
    [InlineData("{", "", "应是本程序写的 JSON")]
    public void A_record_that_somebody_changed_is_told_and_not_believed(string from, string to, string fault)
    {
        var text = Encoding.UTF8.GetString(PublicationFiles.ToBytes(Sample()));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0);
        var (records, diagnostics) = PublicationFiles.Read([
            new SourceFile(Record, Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..])),
        ]);
        Assert.Empty(records);
        var said = Assert.Single(diagnostics);
        Assert.Equal(ArchiveCodes.RecordUnreadable.Id, said.Code);
        Assert.Contains(fault, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var bytes = PublicationFiles.ToBytes(Sample());
        var (records, diagnostics) = PublicationFiles.Read([new SourceFile(Record, bytes)]);
        Assert.Empty(diagnostics);
        Assert.Equal(bytes, PublicationFiles.ToBytes(Assert.Single(records)));
    }

    /// <summary>A unit that went into another leads there; what nothing came of does not say what it was.</summary>
    [Fact]
    public void A_unit_leads_to_what_came_of_it()
    {
        Organisation[] organisations =
        [
            Unit("B", ["GONE"]),
            Unit("C", ["SECRET"]) with
            {
                IsPublic = false,
            },
            Unit("X", []),
            Unit("Y", ["B"]) with
            {
                Status = OrganisationStatus.Merged,
            },
        ];
        var record = Sample() with
        {
            Addresses =
            [
                new("2023/unions/GONE/index.html", "原来的工会"),
                new("2023/unions/SECRET/index.html", "原来的工会"),
                new("2023/unions/X/index.html", "原来的工会"),
                new("2023/unions/Y/index.html", "原来的工会"),
                new("unions/GONE/index.html", "原来的工会·历年"),
                new("reports/2023/unions/GONE.pdf", ""),
                new("2023/unions/page-2/index.html", "2023年全部工会·第2页"),
                new("cases/OLD/index.html", "同名不同大小写", "0123456789"),
            ],
        };
        PublishedAddress[] now =
        [
            new("2023/unions/index.html", "2023年全部工会"),
            new("2023/unions/B/index.html", "乙工会"),
            new("unions/B/index.html", "乙工会·历年"),
            new("reports/2023/unions/B.pdf", ""),
            new("cases/old/index.html", "同名不同大小写", "0123456789"),
        ];
        Assert.Equal(
            [
                ("2023/unions/GONE/index.html", "2023/unions/B/index.html"),
                ("2023/unions/SECRET/index.html", null),
                ("2023/unions/X/index.html", null),
                ("2023/unions/Y/index.html", "2023/unions/B/index.html"),
                ("2023/unions/page-2/index.html", "2023/unions/index.html"),
                ("reports/2023/unions/GONE.pdf", "reports/2023/unions/B.pdf"),
                ("unions/GONE/index.html", "unions/B/index.html"),
            ],
            Departures.Of([record], now, organisations).Select(d => (d.Path, d.To))
        );

        static Organisation Unit(string code, string[] lineage) =>
            new()
            {
                Code = code,
                Name = code + "工会",
                ShortName = code,
                Level = Level.Grassroots,
                Kind = OrganisationKind.Grassroots,
                Category = default,
                Status = OrganisationStatus.Normal,
                IsPublic = true,
                Lineage = [.. lineage],
            };
    }

    [GeneratedRegex("<li>\\s*<a href=\"[^\"]*2024[^\"]*\">2024年</a>\\s*</li>\\s*")]
    private static partial Regex Link();

    [GeneratedRegex("<dd class=\"num\">[0-9a-f]{10}</dd>")]
    private static partial Regex Fingerprint();

    private string Output => Path.Combine(_folder.Path, "output");

    private SortedDictionary<string, string> Made()
    {
        var made = TemporaryFolder.Contents(Output);
        made.Remove(FuGongJianJia.Cli.Files.LastBuild.FileName);
        return made;
    }

    private PublicationRecord Read() =>
        PublicationFiles.Read(File.ReadAllBytes(Path.Combine(_folder.Path, Record))).Record!;

    private static PublicationRecord Sample() =>
        new()
        {
            Period = Period.OfYear(2023),
            State = PublicationState.Final,
            Date = new DateOnly(2024, 1, 10),
            Fingerprint = "0123456789ab",
            Method = "0123456789",
            Units = System.Collections.Immutable.ImmutableSortedDictionary<string, PublishedUnit>.Empty.Add(
                "SL01",
                PublishedUnit.Of("云岫街道总工会", [new("总指数", "83.20")])
            ),
            Addresses = [new("2023/index.html", "2023年五大指数")],
            Amendments = [new(new DateOnly(2024, 3, 1), "SL01", "云岫街道总工会", "R01", "1", "2", "更正")],
        };

    private void Lay(params int[] years)
    {
        foreach (
            var (path, content) in DemoFolder.Generate(
                new DemoOptions { Unions = 24, Periods = [.. years.Select(Period.OfYear)] }
            )
        )
        {
            _folder.Write(path, content);
        }

        _folder.Write(DemoGenerator.Settings().Path, DemoGenerator.Settings().ToSourceFile().Content.ToArray());
    }

    // One less in the first 思想引领 ratio of a grass-roots union.
    private (string Unit, string From, string To) ChangeOneFigure()
    {
        var path = Path.Combine(_folder.Path, Changed);
        var lines = File.ReadAllLines(path);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        var (code, over) = (Array.IndexOf(header, "指标编码"), Array.IndexOf(header, "分子"));
        var row = Array.FindIndex(
            lines,
            1,
            l =>
                l.Split(',') is var c
                && c[code] == "R01"
                && c[0].Contains('-', StringComparison.Ordinal)
                && int.TryParse(c[over], out var n)
                && n > 9
        );
        var cells = lines[row].Split(',');
        var from = int.Parse(cells[over], System.Globalization.CultureInfo.InvariantCulture);
        cells[over] = (from - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        lines[row] = string.Join(',', cells);
        File.WriteAllLines(path, lines, new UTF8Encoding(true));
        return (cells[0], $"{from}", cells[over]);
    }

    private (int Code, string Out, string Error) Build(params string[] more) => Run(["build", "--no-pdf", .. more]);

    private (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [.. arguments, "--root", _folder.Path],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }
}
