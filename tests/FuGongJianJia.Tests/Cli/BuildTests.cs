using System.Text;
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
        Copy();
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
        Copy();
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
        Copy();
        Assert.Equal(ExitCode.Done, Build().Code);
        var first = TemporaryFolder.Contents(Output);
        Directory.Delete(Output, recursive: true);
        Assert.Equal(ExitCode.Done, Build("--jobs", "1").Code);
        Assert.Equal(first, TemporaryFolder.Contents(Output));

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

        Assert.Equal(ExitCode.Done, Build().Code);
        Assert.Equal(first, TemporaryFolder.Contents(Output));
    }

    [Fact]
    public void A_second_build_of_unchanged_input_writes_nothing()
    {
        Copy();
        Assert.Equal(ExitCode.Done, Build("--no-pdf").Code);
        var run = Build("--no-pdf");
        Assert.Contains("写入 0，", run.Out, StringComparison.Ordinal);
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
    public void Pdfs_of_unchanged_input_are_all_kept_but_one_that_was_touched_is_made_again()
    {
        CopySmall();
        Assert.Equal(ExitCode.Done, Build().Code);
        var before = TemporaryFolder.Contents(Output);
        var pdfs = Directory.GetFiles(Output, "*.pdf", SearchOption.AllDirectories);
        Assert.Equal(pdfs.Length, Kept(Build().Out).Kept);

        // One byte, the same length: only reading it tells.
        var touched = Path.Combine(Output, "site/reports/2024/annual.pdf");
        var bytes = File.ReadAllBytes(touched);
        bytes[^20] ^= 1;
        File.WriteAllBytes(touched, bytes);
        Assert.Equal(pdfs.Length - 1, Kept(Build().Out).Kept);
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
        Copy();
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

    // 24 unions, a year and the year before: enough for every kind of document.
    private void CopySmall()
    {
        foreach (
            var (path, content) in DemoFolder.Generate(
                new DemoOptions { Unions = 24, Periods = [Period.OfYear(2023), Period.OfYear(2024)] }
            )
        )
        {
            _folder.Write(path, content);
        }

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
        var bytes = File.ReadAllBytes(path);
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines[1..].Reverse().ToArray();
        var cut = rows.Length / 3;
        File.WriteAllText(
            path,
            string.Join('\n', [lines[0], .. rows[cut..], .. rows[..cut]]) + "\n",
            new UTF8Encoding(false)
        );
    }
}
