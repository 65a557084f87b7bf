using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Mapping;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong import</c>（导入自己的表格）: puts exports as they are into a period, finds out what they hold, and writes
/// 对应.yml, by which every later period is read without a question.
/// </summary>
internal static class ImportCommand
{
    private const int MostRounds = 50;

    private static readonly string[] Tables = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".et"];

    /// <summary>True for a name that ends as those of tables do.</summary>
    internal static bool IsTable(string path) =>
        Tables.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var root = CommonOptions.NewRoot();
        var files = new Argument<string[]>("files")
        {
            Description = "自己的导出：工作簿、CSV 或装着它们的文件夹；不写时看期间文件夹里已有的",
            HelpName = "文件",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var period = CommonOptions.OnePeriod();
        period.Description = "放进哪一期，如 2025 或 2025Q1（默认由文件名和标题得出）";
        var yes = new Option<bool>("--yes", "-y") { Description = "不提问，都取程序的判断，在 对应.yml 里标“待确认”" };
        var command = new Command("import", "读懂自己的导出（任何列名和版面），写出 对应.yml，以后各期直接读")
        {
            files,
            root,
            period,
            yes,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                parsed.GetValue(files) ?? [],
                parsed.GetValue(period),
                parsed.GetValue(yes),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(
        string root,
        string[] paths,
        string? written,
        bool yes,
        Screen screen,
        CancellationToken cancellation
    )
    {
        if (Given(paths, screen) is not { } given)
        {
            return ExitCode.BadInput;
        }

        var source = SourceFolder.Read(root, cancellation);
        if (!source.Diagnostics.IsEmpty)
        {
            return Inputs.Refuse(source.Diagnostics, screen);
        }

        if (PeriodFor(given, written, source.Files, yes, screen) is not { } period)
        {
            return ExitCode.Usage;
        }

        if (Placed(root, given, period, source.Files, screen) is not { } placed)
        {
            return ExitCode.BadInput;
        }

        var files = source.Files.AddRange(placed);
        var catalogue = DemoGenerator.Catalogue(period).ToSourceFile();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var proposal = OfficeImport.Propose(files, period, catalogue, answers);
        if (proposal.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return Inputs.Refuse(proposal.Diagnostics, screen);
        }

        foreach (var (where, what) in proposal.Findings)
        {
            screen.Line($"  {where}：{what}");
        }

        var asks = !yes && screen.Interactive;
        for (
            var round = 0;
            asks
                && round < MostRounds
                && proposal.Doubts.FirstOrDefault(d => !answers.ContainsKey(d.Name)) is { } doubt;
            round++
        )
        {
            answers[doubt.Name] = Asked(doubt, screen);
            proposal = OfficeImport.Propose(files, period, catalogue, answers);
        }

        return Keep(root, files, placed, period, proposal, catalogue, screen, cancellation);
    }

    private static int Keep(
        string root,
        ImmutableArray<SourceFile> files,
        ImmutableArray<SourceFile> placed,
        Period period,
        ImportProposal proposal,
        SourceFile catalogue,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var made = placed.ToList();
        if (proposal.Mapping is { } mapping)
        {
            made.Add(new(OfficeImport.MappingPath, Encoding.UTF8.GetBytes(mapping)));
        }

        if (proposal.UsesDefault)
        {
            made.Add(catalogue);
        }

        var paths = made.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var all = files.RemoveAll(f => paths.Contains(f.Path)).AddRange(made);
        var import = Inputs.Import(new SourceFiles(all, []), cancellation);
        if (import.Register is { } register)
        {
            made.Add(new(OfficeImport.RegisterPath, register));
        }

        foreach (var file in made)
        {
            cancellation.ThrowIfCancellationRequested();
            var full = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, file.Content.ToArray());
        }

        // Told once more with the register in place, so that nothing is said of what has just been mended.
        import = Inputs.Read(root, cancellation);
        var waiting = import.Diagnostics.FirstOrDefault(d => d.Code == MappingCodes.Unconfirmed.Id);
        screen.Diagnostics(import.Diagnostics, notes: false);
        screen.Line();
        screen.Line(
            import.HasErrors ? "导入" : "完成",
            $"  {period.Title}：{placed.Length} 个文件放进 data/{period}，原样未动。{import.Ledger.Summary}。"
        );
        screen.Rows([
            .. made.Select(f => f.Path)
                .Where(p => p.StartsWith("input/", StringComparison.Ordinal) || p == catalogue.Path)
                .Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p,
                            p == OfficeImport.MappingPath ? "每张表、每一列是什么；可以改"
                            : p == OfficeImport.RegisterPath ? "程序给的编码；不要改，以后只增加"
                            : "默认的指标目录",
                        ]
                ),
        ]);
        if (waiting is not null)
        {
            screen.Line("待确认", $"  {waiting.Message}");
        }

        if (import.HasErrors)
        {
            screen.Fail($"{Screen.Count(import.Diagnostics)}。");
            screen.Advise("请照上面改 input/对应.yml 或导出的表格，再运行 fugong check。");
            return ExitCode.BadInput;
        }

        screen.Line(
            "下一步",
            "  fugong build 生成网站和 PDF；下一期用同样的命令，或者把文件放进 data/期间 后直接 build。"
        );
        return ExitCode.Done;
    }

    /// <summary>The files that were named, folders looked into; null when one is not there.</summary>
    private static List<string>? Given(string[] paths, Screen screen)
    {
        var given = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var found = Directory
                    .EnumerateFiles(path)
                    .Where(f =>
                        !Path.GetFileName(f).StartsWith('.')
                        && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal)
                    )
                    .Order(StringComparer.Ordinal)
                    .ToLookup(IsTable);
                given.AddRange(found[true]);
                if (found[false].Any())
                {
                    screen.Line($"  不是表格，没有导入：{string.Join('、', found[false].Select(Path.GetFileName))}");
                }
            }
            else if (File.Exists(path) && !IsTable(path))
            {
                screen.Fail($"“{path}”不是表格，什么也没有改动。");
                screen.Advise("能导入的是 Excel、WPS 的工作簿和 CSV；是别的格式的，请先另存为 .xlsx。");
                return null;
            }
            else if (File.Exists(path))
            {
                given.Add(path);
            }
            else
            {
                screen.Fail($"没有找到“{path}”，什么也没有改动。");
                screen.Advise("请核对路径；路径里有空格时，前后加上英文双引号。");
                return null;
            }
        }

        return given;
    }

    private static Period? PeriodFor(
        List<string> given,
        string? written,
        ImmutableArray<SourceFile> files,
        bool yes,
        Screen screen
    )
    {
        if (written is not null)
        {
            return Period.Parse(written);
        }

        var names = given.Select(p => Path.GetFileNameWithoutExtension(p));
        if (given.Count == 0)
        {
            // Without files: the newest period that is there.
            return files
                    .Select(f => f.Path.Split('/'))
                    .Where(p => p is ["data", _, _, ..] && Period.TryParse(p[1], out _))
                    .Select(p => (Period?)Period.Parse(p[1]))
                    .Max()
                ?? Missing("data/ 里还没有任何一期。请写明要导入的文件。");
        }

        if (OfficeImport.PeriodOf(names) is { } told)
        {
            screen.Line($"期间：{told.Title}（由文件名得出；不对请用 --period 写明）");
            return told;
        }

        var answer = yes ? "" : screen.Ask("这是哪一期（2025、2025H1、2025Q1、2025-05）", "");
        return Period.TryParse(answer, out var period)
            ? period
            : Missing("文件名里看不出是哪一期。请用 --period 写明，例如 --period 2025Q1。");

        Period? Missing(string message)
        {
            screen.Fail(message);
            return null;
        }
    }

    /// <summary>The new files at their places in the period; null when another of that name stands there.</summary>
    private static ImmutableArray<SourceFile>? Placed(
        string root,
        List<string> given,
        Period period,
        ImmutableArray<SourceFile> standing,
        Screen screen
    )
    {
        var folder = Path.GetFullPath(Path.Combine(root, "data", $"{period}"));
        var placed = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var path in given)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) == folder)
            {
                continue;
            }

            var file = new SourceFile($"data/{period}/{Path.GetFileName(path)}", File.ReadAllBytes(path));
            if (standing.FirstOrDefault(f => f.Path == file.Path) is { } there)
            {
                if (there.Content.Span.SequenceEqual(file.Content.Span))
                {
                    continue;
                }

                screen.Fail($"{file.Path} 已经有了，内容不同，什么也没有改动。");
                screen.Advise("要换成新的，请先把原来的移走；是另一期的，请用 --period 写明。");
                return null;
            }

            placed.Add(file);
        }

        return placed.ToImmutable();
    }

    private static string Asked(Doubt doubt, Screen screen)
    {
        if (doubt.Choices.IsEmpty)
        {
            return screen.Ask(doubt.Question, doubt.Proposed);
        }

        while (true)
        {
            var answer = screen.Ask($"{doubt.Question}（{string.Join("、", doubt.Choices)}）", doubt.Proposed);
            if (doubt.Choices.Contains(answer))
            {
                return answer;
            }
        }
    }
}
