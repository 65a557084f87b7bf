using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Demo;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The whole job on a small copy of the demo data: one year, a handful of unions.</summary>
public sealed partial class BuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_command_gives_the_site_the_open_data_the_reports_and_the_briefs()
    {
        Copy();
        var run = Build();

        Assert.Equal(ExitCode.Done, run.Code);
        foreach (
            var path in (string[])
                [
                    "site/index.html",
                    "site/404.html",
                    "site/2024/index.html",
                    "site/2024/indexes/red/index.html",
                    "site/2024/indicators/R01/index.html",
                    "site/commendations/index.html",
                    "site/cases/index.html",
                    "site/reports/index.html",
                    "site/data/2024/scores.csv",
                    "site/reports/2024/annual.pdf",
                    "internal/2024/briefs/district.pdf",
                    "manifest.json",
                ]
        )
        {
            Assert.True(File.Exists(Path.Combine(Output, path)), path);
        }

        Assert.Contains("output/site/index.html", run.Out, StringComparison.Ordinal);
        Assert.Matches("网页 [0-9,]+，PDF [0-9,]+", run.Out);
    }

    [Fact]
    public void A_broken_cell_stops_the_build_names_itself_and_leaves_the_output_untouched()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        var before = TemporaryFolder.Contents(Output);
        var path = Path.Combine(_folder.Path, "data/2024/指标值.csv");
        var lines = File.ReadAllLines(path);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        var (row, column) = (
            Array.FindIndex(lines, 1, l => l.Split(',')[Array.IndexOf(header, "分子")].Length > 1),
            Array.IndexOf(header, "分子")
        );
        var cells = lines[row].Split(',');
        cells[column] = "12O";
        lines[row] = string.Join(',', cells);
        File.WriteAllLines(path, lines, new UTF8Encoding(true));

        var run = Build("--no-pdf");

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"data/2024/指标值.csv({row + 1},{column + 1}): 错误 FG", run.Error, StringComparison.Ordinal);
        Assert.Contains("12O", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(Output));
    }

    [Fact]
    public void A_broken_catalogue_row_is_said_once_and_not_in_every_row_that_names_it()
    {
        CopySmall();
        var path = Path.Combine(_folder.Path, "data/2024/指标.csv");
        var text = File.ReadAllText(path);
        var at = text.IndexOf("达标比例", StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + "达标比列" + text[(at + 4)..], new UTF8Encoding(true));

        var run = Build("--no-pdf");

        Assert.Equal(ExitCode.BadInput, run.Code);
        var said = Assert.Single(run.Error.Split('\n'), l => l.Contains("错误 FG", StringComparison.Ordinal));
        Assert.Contains(
            "“规则”应为 达标比例、计数、分档、扣分、是否、清单 之一，读到“达标比列”。是否为“达标比例”？",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_cause_on_many_rows_is_one_line_with_their_numbers()
    {
        using var error = new StringWriter();
        new Screen(TextWriter.Null, error).Diagnostics(
            [
                .. Enumerable
                    .Range(2, 12)
                    .Select(line => new Diagnostic(
                        "FG0001",
                        Severity.Error,
                        new SourcePlace("data/2024/组织.csv", line, 3),
                        "同一句话。"
                    )),
            ],
            notes: false
        );
        Assert.Equal(
            "data/2024/组织.csv(2,3): 错误 FG0001: 同一句话。（同样的问题另有 11 行：第3—13行）",
            error.ToString().Trim()
        );
    }

    [Fact]
    public void Sentences_that_differ_only_in_names_are_said_a_few_times_and_then_by_their_lines()
    {
        using var error = new StringWriter();
        new Screen(TextWriter.Null, error).Diagnostics(
            [
                .. Enumerable
                    .Range(2, 12)
                    .Where(line => line != 10)
                    .Select(line => new Diagnostic(
                        "FG0001",
                        Severity.Error,
                        new SourcePlace("data/2024/组织.csv", line, 3),
                        $"第{line}句话。"
                    )),
            ],
            notes: false
        );
        var lines = error.ToString().Trim().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal(
            "data/2024/组织.csv(6,3): 错误 FG0001: 第6句话。（同一类问题另有 6 行：第7—9、11—13行）",
            lines[^1].Trim()
        );
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_so_do_its_rows_in_another_order()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        var first = Made();
        Directory.Delete(Output, recursive: true);
        Assert.Equal(ExitCode.Done, Build("--jobs", "1").Code);
        Assert.Equal(first, Made());

        Directory.Delete(Output, recursive: true);
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(_folder.Path, "data"),
                "*.csv",
                SearchOption.AllDirectories
            )
        )
        {
            ShuffleRows(file);
        }

        var shuffled = Build();
        Assert.True(shuffled.Code == ExitCode.Done, shuffled.Error);
        Assert.Equal(first, Made());
    }

    [Fact]
    public void A_second_build_of_unchanged_input_writes_nothing()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        var run = Build("--no-pdf");
        Assert.Contains("写入 0，", run.Out, StringComparison.Ordinal);
        Assert.Contains("没有变化", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("导入", run.Out, StringComparison.Ordinal);
    }

    /// <summary>
    /// Whatever a build reads, is asked or has made: one byte of it that is another, and the work is done.
    /// </summary>
    [Theory]
    [InlineData("a row")]
    [InlineData("a setting")]
    [InlineData("a file of the input")]
    [InlineData("a byte of a page")]
    [InlineData("a missing page")]
    [InlineData("the manifest")]
    [InlineData("an option")]
    [InlineData("the note itself")]
    [InlineData("another program")]
    public void Nothing_counts_as_unchanged_when_something_is_changed(string what)
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        var page = Path.Combine(Output, "site/2024/index.html");
        switch (what)
        {
            case "a row":
                ChangeOneCell();
                break;
            case "a setting":
                File.AppendAllText(Path.Combine(_folder.Path, "input/site.yml"), "编印单位: 另一个单位\n");
                break;
            case "a file of the input":
                _folder.Write("data/2024/另一个文件.txt", "a");
                break;
            case "a byte of a page":
                var bytes = File.ReadAllBytes(page);
                bytes[^20] ^= 1;
                File.WriteAllBytes(page, bytes);
                break;
            case "a missing page":
                File.Delete(page);
                break;
            case "the manifest":
                File.AppendAllText(Path.Combine(Output, "manifest.json"), "\n");
                break;
            case "the note itself":
                File.AppendAllText(Path.Combine(Output, LastBuild.FileName), "\n");
                break;
            case "another program":
                var note = Path.Combine(Output, LastBuild.FileName);
                var lines = File.ReadAllLines(note);
                lines[1] = new string('0', 64);
                File.WriteAllText(note, string.Join('\n', lines) + "\n");
                break;
        }

        var run = what == "an option" ? Build("--no-pdf", "--base-path", "/a/") : Build("--no-pdf");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain("没有变化", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("verify").Code);
    }

    /// <summary>What cannot be read is no file of the input, and yet no reason to say that nothing changed.</summary>
    [Fact]
    public void A_link_that_leads_nowhere_is_said_although_every_file_is_the_same()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "input/pages"), "/nowhere/at/all");
        Assert.Equal(ExitCode.BadInput, Build("--no-pdf").Code);
    }

    [Fact]
    public void A_swap_that_was_cut_off_is_said_although_every_file_is_the_same()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        _folder.Write("output/.stage/journal", "garbage");
        var run = Build("--no-pdf");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("FG1405", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_said_again_when_nothing_has_changed()
    {
        CopySmall();
        var union = File.ReadLines(Path.Combine(_folder.Path, "data/2024/组织.csv"))
            .First(l => l.Contains(",基层,", StringComparison.Ordinal))
            .Split(',')[0];
        _folder.Write("data/2024/指数.csv", $"组织编码,总指数\n{union},1.00\n");
        var first = Build("--no-pdf", "--notes");
        var again = Build("--no-pdf", "--notes");
        Assert.Contains("没有变化", again.Out, StringComparison.Ordinal);
        Assert.Contains("data/2024/指数.csv", again.Error, StringComparison.Ordinal);
        Assert.Equal(first.Error, again.Error);
    }

    [Fact]
    public void Without_pdf_the_papers_that_stand_are_left_and_it_is_said_that_they_were_not_renewed()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        var papers = Papers();
        Assert.NotEmpty(papers);
        ChangeOneCell();

        var run = Build("--no-pdf");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Matches("没有重新生成：沿用已有的 [1-9]", run.Out);
        Assert.Equal(papers, Papers());
        Assert.Contains(
            "2024/annual.pdf\"",
            File.ReadAllText(Path.Combine(Output, "site/reports/index.html")),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Done, Run("verify", "--rebuild").Code);

        // A build that makes them finds those that did not change by their keys.
        Assert.NotEqual(0, Kept(Build().Out).Kept);
        Assert.NotEqual(papers, Papers());

        SortedDictionary<string, string> Papers() =>
            new(
                TemporaryFolder
                    .Contents(Output)
                    .Where(f => f.Key.EndsWith(".pdf", StringComparison.Ordinal))
                    .ToDictionary(),
                StringComparer.Ordinal
            );
    }

    /// <summary>A folder of data that was not copied must not empty a site.</summary>
    [Fact]
    public void A_build_that_would_remove_very_much_stops_before_it_does()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        var before = TemporaryFolder.Contents(Output);
        Directory.Delete(Path.Combine(_folder.Path, "data/2023"), recursive: true);

        var run = Build("--no-pdf");

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(ArchiveCodes.ManyRemoved.Id, run.Error, StringComparison.Ordinal);
        Assert.Contains("site/2023/", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(Output));
        var most = ManyAllowed().Match(run.Error).Groups["most"].Value;
        Assert.Equal(ExitCode.Done, Build("--no-pdf", "--max-deletes", most).Code);
        Assert.False(Directory.Exists(Path.Combine(Output, "site/2023")));
    }

    [Fact]
    public void Quietly_only_what_is_wrong_is_said()
    {
        CopySmall();
        var run = Build("--no-pdf", "--quiet");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("", run.Out);
        Assert.DoesNotContain("提示", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_told_everything_in_events_of_one_line()
    {
        CopySmall();
        var run = Build("--no-pdf", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var events = Events(run.Out);
        var stages = events.Where(e => (string?)e["event"] == "stage").Select(e => (string?)e["name"]).ToArray();
        Assert.Equal(
            ["读取", "导入", "计算", "成版", "推算", "开放数据", "排版", "核对地址", "网页", "换入"],
            stages.Where(s => s != "核对已有的输出")
        );
        var done = events[^1];
        Assert.Equal("done", (string?)done["event"]);
        Assert.Equal(StoredManifest.Read(Output).Digest, (string?)done["manifest"]);

        _folder.Write("data/2024/组织.csv", "");
        var broken = Build("--no-pdf", "--json");
        Assert.Equal((ExitCode.BadInput, ""), (broken.Code, broken.Error));
        var said = Events(broken.Out);
        Assert.Contains(said, e => (string?)e["event"] == "diagnostic" && (string?)e["severity"] == "error");
        Assert.Contains(said, e => (string?)e["event"] == "failed");

        static JsonNode[] Events(string output) =>
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    /// <summary>
    /// The key of a document must stand for its bytes: what is kept and what a cold build makes are the same to the
    /// last byte, the manifest too.
    /// </summary>
    [Fact]
    public void After_one_changed_cell_only_some_pdfs_are_made_again_and_the_output_is_that_of_a_cold_build()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        ChangeOneCell();

        var warm = Build();

        Assert.Equal(ExitCode.Done, warm.Code);
        var (files, kept) = Kept(warm.Out);
        Assert.InRange(kept, files / 4, files - 1);
        var contents = TemporaryFolder.Contents(Output);
        Directory.Delete(Output, recursive: true);
        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(TemporaryFolder.Contents(Output), contents);
    }

    [Fact]
    public void Papers_of_unchanged_input_are_all_kept_but_one_that_was_touched_is_made_again()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        var before = TemporaryFolder.Contents(Output);
        var papers = Directory
            .EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .Count(f => Path.GetExtension(f) is ".pdf" or ".ofd" or ".docx");
        File.Delete(Path.Combine(Output, LastBuild.FileName));
        Assert.Equal(papers, Kept(Build().Out).Kept);

        // One byte, the same length: only reading it tells.
        var touched = Path.Combine(Output, "site/reports/2024/annual.pdf");
        var bytes = File.ReadAllBytes(touched);
        bytes[^20] ^= 1;
        File.WriteAllBytes(touched, bytes);
        Assert.Equal(papers - 1, Kept(Build().Out).Kept);
    }

    /// <summary>
    /// What was changed together with its entry is found by building again, as it was asked for the first time.
    /// </summary>
    [Fact]
    public void Rebuilding_gives_the_same_bytes_and_finds_what_was_changed_with_its_entry()
    {
        CopySmall();
        Assert.Equal(
            ExitCode.Done,
            Build("--no-pdf", "--period", "2024", "--date", "2025-03-01", "--base-path", "/a/").Code
        );
        Assert.Contains("逐字节相同", Verify().Out, StringComparison.Ordinal);

        var forged = "forged"u8.ToArray();
        _folder.Write("output/site/index.html", forged);
        var manifest = StoredManifest.Read(Output).Manifest!;
        _folder.Write(
            "output/manifest.json",
            (
                manifest with
                {
                    Files =
                    [
                        .. manifest.Files.Select(f =>
                            f.Path == "site/index.html" ? new(f.Path, forged.Length, Manifest.Hash(forged)) : f
                        ),
                    ],
                }
            ).ToBytes()
        );
        var found = Verify();
        Assert.Equal(ExitCode.BadInput, found.Code);
        Assert.Contains("内容不同 site/index.html", found.Out, StringComparison.Ordinal);
        Assert.Contains("输出被改动过", found.Error, StringComparison.Ordinal);

        ChangeOneCell();
        Assert.Contains("data/2024/指标值.csv", Verify().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_another_program_lets_nothing_stand()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        var before = TemporaryFolder.Contents(Output);
        var manifest = Path.Combine(Output, "manifest.json");
        var text = File.ReadAllText(manifest);
        var at = text.IndexOf("\"madeBy\": \"", StringComparison.Ordinal) + 11;
        File.WriteAllText(manifest, text[..at] + "0000000000000000" + text[(at + 16)..]);

        var run = Build();

        Assert.DoesNotContain("沿用", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(Output));
    }

    [Fact]
    public void The_public_edition_of_briefs_is_made_and_listed_when_the_settings_ask_for_it()
    {
        CopySmall();
        var settings = Path.Combine(_folder.Path, "input/site.yml");
        File.AppendAllText(settings, "简报:\n  公开版: 是\n");
        Assert.Equal(ExitCode.Done, Build("--period", "2024").Code);
        Assert.True(File.Exists(Path.Combine(Output, "site/reports/2024/briefs/district.pdf")));
        Assert.Contains(
            "2024/briefs/district.pdf",
            File.ReadAllText(Path.Combine(Output, "site/reports/index.html")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_pdf_the_site_has_no_link_to_a_pdf()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        Assert.Empty(Directory.EnumerateFiles(Output, "*.pdf", SearchOption.AllDirectories));
        Assert.DoesNotContain(
            ".pdf\"",
            File.ReadAllText(Path.Combine(Output, "site/reports/index.html")),
            StringComparison.Ordinal
        );
    }

    /// <summary>Once it said that nothing was made, made everything, and said that nothing was wrong.</summary>
    [Fact]
    public void Strictly_an_index_table_that_differs_stops_the_build_before_anything_is_made()
    {
        CopySmall();
        var union = File.ReadLines(Path.Combine(_folder.Path, "data/2024/组织.csv"))
            .First(l => l.Contains(",基层,", StringComparison.Ordinal))
            .Split(',')[0];
        _folder.Write("data/2024/指数.csv", $"组织编码,总指数\n{union},1.00\n");

        var strict = Build("--no-pdf", "--strict");

        Assert.Equal(ExitCode.BadInput, strict.Code);
        Assert.Single(strict.Error.Split('\n'), l => l.Contains("data/2024/指数.csv", StringComparison.Ordinal));
        Assert.Single(strict.Error.Split('\n'), l => l.Contains("没有生成任何文件", StringComparison.Ordinal));
        Assert.DoesNotContain("没有发现问题", strict.Error + strict.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("网页", strict.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));

        var lenient = Build("--no-pdf");

        Assert.Equal(ExitCode.Done, lenient.Code);
        Assert.Single(lenient.Error.Split('\n'), l => l.Contains("data/2024/指数.csv", StringComparison.Ordinal));
        Assert.DoesNotContain("没有生成任何文件", lenient.Error, StringComparison.Ordinal);
        Assert.Matches("警告 [1-9]", lenient.Out);
    }

    [Fact]
    public void An_empty_folder_is_told_what_to_put_where()
    {
        var run = Build();
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("data", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Output, "site")));
    }

    private string Output => Path.Combine(_folder.Path, "output");

    // What the program leaves for itself knows the rows as they lay.
    private SortedDictionary<string, string> Made()
    {
        var made = TemporaryFolder.Contents(Output);
        made.Remove(LastBuild.FileName);
        return made;
    }

    private void Copy()
    {
        foreach (var folder in (string[])["data/2023", "data/2024", "input"])
        {
            var source = Repository.PathOf(folder);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                _folder.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
            }
        }
    }

    // Three towns and 24 unions, a year and the year before: enough for every kind of document.
    private void CopySmall()
    {
        DemoFolder.LaySmall(_folder, Period.OfYear(2023), Period.OfYear(2024));

        _folder.Write(DemoGenerator.Settings().Path, DemoGenerator.Settings().ToSourceFile().Content.ToArray());
    }

    private (int Code, string Out, string Error) Build(params string[] more) => Run("build", more);

    private (int Code, string Out, string Error) Verify() => Run("verify", "--rebuild");

    private (int Code, string Out, string Error) Run(string command, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [command, "--root", _folder.Path, .. more],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }

    private static (int Files, int Kept) Kept(string output)
    {
        var line = output.Split('\n').Single(l => l.StartsWith("排版", StringComparison.Ordinal));
        var numbers = Numbers()
            .Matches(line)
            .Select(m =>
                int.Parse(
                    m.Value,
                    System.Globalization.NumberStyles.AllowThousands,
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            .ToArray();
        return (numbers[0], line.Contains("沿用", StringComparison.Ordinal) ? numbers[1] : 0);
    }

    [GeneratedRegex("--max-deletes (?<most>[0-9]+)")]
    private static partial Regex ManyAllowed();

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Numbers();

    // One less in the first 思想引领 ratio of a grass-roots union.
    private void ChangeOneCell()
    {
        var path = Path.Combine(_folder.Path, "data/2024/指标值.csv");
        var lines = File.ReadAllLines(path);
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        var (code, over, under) = (
            Array.IndexOf(header, "指标编码"),
            Array.IndexOf(header, "分子"),
            Array.IndexOf(header, "分母")
        );
        var row = Array.FindIndex(
            lines,
            1,
            l =>
                l.Split(',') is var c
                && c[code] == "R01"
                && c[0].Contains('-', StringComparison.Ordinal)
                && int.TryParse(c[over], out var n)
                && int.TryParse(c[under], out var d)
                && n > 0
                && n < d
        );
        var cells = lines[row].Split(',');
        cells[over] = (int.Parse(cells[over], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        lines[row] = string.Join(',', cells);
        File.WriteAllLines(path, lines, new UTF8Encoding(true));
    }

    // Keeps the header first; the demo tables have no quoted line breaks. A fixed rotation and reversal is shuffle
    // enough and repeatable.
    private static void ShuffleRows(string path)
    {
        // Byte by byte: one of the tables is GB18030.
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines[1..].Reverse().ToArray();
        var cut = rows.Length / 3;
        File.WriteAllText(path, string.Join('\n', [lines[0], .. rows[cut..], .. rows[..cut]]) + "\n", Encoding.Latin1);
    }
}
