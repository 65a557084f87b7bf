using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong check</c>（检查）: diagnostics only, as text, JSON or SARIF.</summary>
internal static class CheckCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, strict) = (CommonOptions.Root(), CommonOptions.Strict());
        var format = new Option<string>("--format")
        {
            Description = "text 给人看，json 给程序，sarif 给代码检查平台（默认 text）",
            HelpName = "格式",
            DefaultValueFactory = _ => "text",
        };
        format.CompletionSources.Add("text", "json", "sarif");
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && text is not ("text" or "json" or "sarif"))
            {
                result.AddError($"应为 text、json 或 sarif，读到“{text}”。");
            }
        });
        var table = new Option<bool>("--勾稽", "--cross")
        {
            Description = "把勾稽不符的各处列成表，一行一处，便于逐条核对",
        };
        var ledger = new Option<bool>("--账", "--ledger")
        {
            Description = "列出导入台账：每个文件读了多少行，跳过、隐藏、合并、换算了什么",
        };
        var command = new Command("check", "只检查数据，不生成任何文件") { root, format, strict, table, ledger };
        command.SetAction(parsed =>
            parsed.GetValue(table)
                ? ListDiscrepancies(parsed.GetValue(root)!, parsed.GetValue(strict), screen, cancellation)
                : Run(
                    parsed.GetValue(root)!,
                    parsed.GetValue(format)!,
                    parsed.GetValue(strict),
                    parsed.GetValue(ledger),
                    screen,
                    cancellation
                )
        );
        return command;
    }

    internal static int Run(
        string root,
        string format,
        bool strict,
        bool ledger,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var source = SourceFolder.Read(root, cancellation);
        var import = Inputs.Import(source, cancellation);
        var scores = import.Dataset is { } dataset ? Scorer.Score(dataset, cancellation) : null;
        ImmutableArray<Discrepancy> discrepancies = scores is null ? [] : CrossChecker.Check(scores);
        ImmutableArray<Diagnostic> found =
        [
            .. import
                .Diagnostics.Concat(format == "text" ? CrossChecker.Summary(discrepancies) : All(discrepancies))
                .Concat(scores is null ? [] : Published(root, source, import.Dataset!, scores))
                .Order(),
        ];
        switch (format)
        {
            case "json":
                screen.Out.Write(DiagnosticFormats.Json(found));
                break;
            case "sarif":
                screen.Out.Write(DiagnosticFormats.Sarif(found, Tool.Version));
                break;
            default:
                screen.Diagnostics(found, notes: true);
                foreach (var line in ledger ? LedgerFile.Lines(import.Ledger) : [])
                {
                    screen.Line(line);
                }

                screen.Line("检查完成", $"  {Screen.Count(found)}；{import.Ledger.Summary}。");
                if (Verdict.IsRefused(found, strict: false))
                {
                    screen.Advise(
                        "改正标着“错误”的各处，再运行一次 fugong check。看不懂的，拿 FG 开头的代码到文档“常见坏数据四十六例”里查。"
                    );
                }

                break;
        }

        return Verdict.IsRefused(found, strict) ? ExitCode.BadInput : ExitCode.Done;
    }

    // What a build would change of periods that are final, as that would say it: from the records of the office alone.
    private static ImmutableArray<Diagnostic> Published(string root, SourceFiles source, Dataset dataset, Scores scores)
    {
        if (source.Records.IsEmpty)
        {
            return [];
        }

        var office = OfficeComposer.Compose(
            dataset,
            scores,
            new EditionOptions(null, Tool.Version, InputFingerprint.Of(source.Files))
        );
        return new Publication(new BuildOptions { Root = root, Output = "" }, dataset)
            .Review(DisclosureControl.Protect(office), source.Records, last: null)
            .Diagnostics;
    }

    private static int ListDiscrepancies(string root, bool strict, Screen screen, CancellationToken cancellation)
    {
        var (import, discrepancies) = Read(root, cancellation);
        if (import.Dataset is null)
        {
            return Inputs.Refuse(import.Diagnostics, screen);
        }

        foreach (var period in discrepancies.GroupBy(d => d.Period))
        {
            screen.Line($"{period.Key.Title}", $"  {period.Count()} 处");
            screen.Rows([
                ["代码", "单位", "这里", "那里"],
                .. period.Select(d => (string[])[d.Code.Id, d.UnitName, $"{d.Here}", $"{d.There}"]),
            ]);
            screen.Line();
        }

        screen.Line(
            "勾稽完成",
            discrepancies.IsEmpty
                ? "  各表、各级、各期的数都对得上。"
                : $"  {discrepancies.Length} 处不符；各代码的说明和改法见文档“勾稽关系”。"
        );
        return Verdict.IsRefused([.. All(discrepancies)], strict) ? ExitCode.BadInput : ExitCode.Done;
    }

    // A person is told which relations do not hold and where to read on; a program gets every place.
    private static IEnumerable<Diagnostic> All(ImmutableArray<Discrepancy> discrepancies) =>
        discrepancies.Select(d => d.ToDiagnostic());

    // Relations are looked at where the data can be read: scoring them is the only way to know what applies.
    private static (ImportResult Import, ImmutableArray<Discrepancy> Discrepancies) Read(
        string root,
        CancellationToken cancellation
    )
    {
        var import = Inputs.Read(root, cancellation);
        return (import, import.Dataset is { } dataset ? CrossChecker.Check(Scorer.Score(dataset, cancellation)) : []);
    }
}
