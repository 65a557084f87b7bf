using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong init</c>（建立项目）: an empty folder and the program are enough. A few questions, or <c>--yes</c>; nothing that
/// stands already is touched.
/// </summary>
internal static class InitCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var root = CommonOptions.NewRoot();
        var demo = new Option<bool>("--demo") { Description = "放入虚构的演示数据" };
        var yes = new Option<bool>("--yes", "-y") { Description = "不提问，都用默认值或下面给出的值" };
        var publisher = new Option<string?>("--publisher")
        {
            Description = "主办单位全称，如 示例区总工会",
            HelpName = "名称",
        };
        var division = new Option<string?>("--division")
        {
            Description = "本区的行政区划代码，用作区总工会的组织编码，如 330111",
            HelpName = "代码",
        };
        division.Validators.Add(result =>
        {
            if (result.Tokens is [var text] && !IsDivision(text.Value))
            {
                result.AddError($"行政区划代码是 6、9 或 12 位数字，读到“{text.Value}”。");
            }
        });
        var period = CommonOptions.OnePeriod();
        period.Description = "第一期的期间，如 2025 或 2025Q1（默认为上一年）";
        var exports = new Option<string?>("--exports")
        {
            Description = "导出的表格在哪个文件夹，复制到这一期",
            HelpName = "文件夹",
        };
        var catalogue = new Option<string?>("--catalogue")
        {
            Description = $"指标目录用哪一套：{string.Join('、', CataloguePack.Names)}（默认为默认的 23 项）",
            HelpName = "名称",
        };
        catalogue.CompletionSources.Add([.. CataloguePack.Names]);
        catalogue.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && !CataloguePack.Names.Contains(name.Value))
            {
                result.AddError(
                    $"没有叫“{name.Value}”的指标目录。--catalogue 可以写 {string.Join('、', CataloguePack.Names)}。"
                );
            }
        });
        var colour = new Option<string?>("--colour")
        {
            Description = $"主色：{string.Join('、', MainColour.Names)}（默认{MainColour.Default}）",
            HelpName = "名称",
        };
        colour.CompletionSources.Add([.. MainColour.Names]);
        colour.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && !MainColour.Names.Contains(name.Value))
            {
                result.AddError(
                    $"没有叫“{name.Value}”的主色。--colour 可以写 {string.Join('、', MainColour.Names)}；"
                        + "其他颜色写在 input/theme/theme.yml。"
                );
            }
        });
        var command = new Command("init", "在空文件夹里建立一个项目：设置、空表、示例和文档")
        {
            root,
            demo,
            yes,
            publisher,
            division,
            period,
            exports,
            catalogue,
            colour,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                new InitAnswers(
                    parsed.GetValue(publisher),
                    parsed.GetValue(division),
                    parsed.GetValue(period),
                    parsed.GetValue(exports),
                    parsed.GetValue(catalogue),
                    parsed.GetValue(colour),
                    parsed.GetValue(demo),
                    !parsed.GetValue(yes)
                ),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(string root, InitAnswers given, Screen screen, CancellationToken cancellation)
    {
        if (Standing(root) is { } standing)
        {
            screen.Fail($"这里已经有 {standing}，没有改动。");
            screen.Advise("请换一个空文件夹；要加一期数据，用 fugong new 2025Q1。");
            return ExitCode.BadInput;
        }

        return given.IsDemo
            ? Demo(root, given.Asks && screen.Interactive, screen, cancellation)
            : Own(root, given, screen, cancellation);
    }

    private static int Demo(string root, bool asks, Screen screen, CancellationToken cancellation)
    {
        var options = new DemoOptions();
        Write(root, ProjectTemplate.Input("示例区总工会", "示例区", options.Periods[^1], isDemo: true), cancellation);
        foreach (
            var file in DemoGenerator
                .Generate(options)
                .Append(DemoGenerator.Recipients(options))
                .Select(f => f.ToSourceFile())
        )
        {
            if (!file.Content.IsEmpty)
            {
                Write(root, [(file.Path, file.Content.ToArray())], cancellation);
            }
        }

        screen.Line("完成", "  演示项目已建立，数据都是虚构的。");
        return Shown(root, asks, screen, cancellation);
    }

    // Where a person watches and the data can be used, the site is what they came for.
    private static int Shown(string root, bool asks, Screen screen, CancellationToken cancellation) =>
        asks
        && !Inputs.Read(root, cancellation).HasErrors
        && screen.Ask("现在就在浏览器里预览吗（是、否）", "是").StartsWith('是')
            ? ServeCommand.Preview(root, screen, cancellation)
            : NextStep.Run(root, screen, cancellation);

    private static int Own(string root, InitAnswers given, Screen screen, CancellationToken cancellation)
    {
        var asks = given.Asks && screen.Interactive;
        string Ask(string question, string? answer, string otherwise) =>
            answer ?? (asks ? screen.Ask(question, otherwise) : otherwise);

        var publisher = Ask("主办单位的全称", given.Publisher, "某某区总工会");
        var division = Ask("本区的行政区划代码，6 位（不知道就直接回车）", given.Division, "");
        while (division.Length > 0 && !IsDivision(division) && asks)
        {
            division = screen.Ask($"行政区划代码是 6、9 或 12 位数字，读到“{division}”。请再写一次", "");
        }

        var written = Ask("第一期的期间（2025、2025H1、2025Q1、2025-05）", given.Period, $"{DateTime.Today.Year - 1}");
        while (!Period.TryParse(written, out _) && asks)
        {
            written = screen.Ask($"期间应写作 2025、2025H1、2025Q1 或 2025-05，读到“{written}”。请再写一次", "");
        }

        var catalogue = Ask(
            $"指标目录用哪一套（{string.Join('、', CataloguePack.Names)}）",
            given.Catalogue,
            CataloguePack.Default
        );
        while (!CataloguePack.Names.Contains(catalogue) && asks)
        {
            catalogue = screen.Ask($"没有叫“{catalogue}”的指标目录。请写 {string.Join('、', CataloguePack.Names)}", "");
        }

        var colour = Ask($"主色（{string.Join('、', MainColour.Names)}）", given.Colour, MainColour.Default);
        while (!MainColour.Names.Contains(colour) && asks)
        {
            colour = screen.Ask($"没有叫“{colour}”的主色。请写 {string.Join('、', MainColour.Names)}", "");
        }

        var exports = Ask("导出的表格在哪个文件夹（没有就直接回车）", given.Exports, "");
        if (exports.Length > 0 && !Directory.Exists(exports))
        {
            screen.Fail($"没有文件夹“{exports}”，什么也没有建立。");
            screen.Advise("请核对 --exports 的路径，或者先不写，以后把表格放进期间文件夹。");
            return ExitCode.BadInput;
        }

        var period = Period.Parse(written);
        Write(root, ProjectTemplate.Input(publisher, AreaOf(publisher), period, isDemo: false), cancellation);
        Write(root, MainColour.Files(colour), cancellation);
        var folder = Directory.CreateDirectory(Path.Combine(root, "data", $"{period}")).FullName;
        var copied = exports.Length > 0 ? Copy(exports, folder) : 0;
        var isForeign = copied > 0 && IsForeign(root, period, cancellation);
        // Where there are exports, an empty table beside them would be the second of its kind; and the indicators of
        // an office's own layout are its own, unless another catalogue was asked for.
        var kept =
            Directory.EnumerateFiles(folder).Any(IsCatalogue) || (isForeign && catalogue == CataloguePack.Default)
                ? CataloguePack.None
                : catalogue;
        var data = ProjectTemplate.Data(period, kept, division.Length > 0 ? (publisher, division) : null);
        Write(
            root,
            copied == 0 ? data : [.. data.Where(f => kept != CataloguePack.None && IsCatalogue(f.Path))],
            cancellation
        );
        screen.Line("完成", $"  已为“{publisher}”建立项目，第一期是{period.Title}。");
        screen.Rows([
            ["input/site.yml", "设置，每一项都有说明"],
            [
                $"data/{period}",
                copied > 0 ? $"复制来的 {copied} 个表格" : "各表的表头，把导出的数据粘贴进来；说明.txt 讲每一列",
            ],
            ["input/cases/example.md", "一篇示例案例，改成自己的或删掉"],
            ["input/programmes", "一个专题的说明，改成自己的或删掉"],
            ["input/docs", "使用手册，先看 manual.md"],
        ]);
        screen.Line();
        if (isForeign)
        {
            if (division.Length > 0)
            {
                Write(root, [(OfficeImport.RegisterPath, OfficeImport.Register(publisher, division))], cancellation);
            }

            screen.Line("导出的列名和版面是自己的，照 fugong import 读：");
            var code = ImportCommand.Run(root, [], $"{period}", !asks, screen, cancellation);
            if (code != ExitCode.Done)
            {
                return code;
            }

            screen.Line();
        }

        return Shown(root, asks, screen, cancellation);
    }

    // True when a table is not one of ours as it stands.
    private static bool IsForeign(string root, Period period, CancellationToken cancellation) =>
        !OfficeImport
            .Propose(
                SourceFolder.Read(root, cancellation).Files,
                period,
                null,
                new Dictionary<string, string>(StringComparer.Ordinal)
            )
            .Findings.IsEmpty;

    private static bool IsDivision(string text) => text.Length is 6 or 9 or 12 && text.All(char.IsAsciiDigit);

    // 示例区总工会 → 示例区.
    private static string AreaOf(string publisher) =>
        publisher.EndsWith("总工会", StringComparison.Ordinal) && publisher.Length > 3 ? publisher[..^3] : publisher;

    private static bool IsCatalogue(string path) => Path.GetFileNameWithoutExtension(path) == "指标";

    private static string? Standing(string root) =>
        new[] { "data", "input" }.FirstOrDefault(name =>
            Directory.Exists(Path.Combine(root, name))
            && Directory.EnumerateFileSystemEntries(Path.Combine(root, name)).Any()
        );

    private static int Copy(string from, string to)
    {
        var tables = Directory.EnumerateFiles(from).Where(ImportCommand.IsTable).Order(StringComparer.Ordinal).ToList();
        foreach (var table in tables)
        {
            File.Copy(table, Path.Combine(to, Path.GetFileName(table)));
        }

        return tables.Count;
    }

    private static void Write(
        string root,
        ImmutableArray<(string Path, byte[] Bytes)> files,
        CancellationToken cancellation
    )
    {
        foreach (var (path, bytes) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }
}

/// <summary>What the command line says of a new project（建立项目的选择）; null where it says nothing.</summary>
/// <param name="Publisher">主办单位.</param>
/// <param name="Division">行政区划代码.</param>
/// <param name="Period">The first period.</param>
/// <param name="Exports">Folder of exports.</param>
/// <param name="Catalogue">指标目录, one of <see cref="CataloguePack.Names"/>.</param>
/// <param name="Colour">主色, one of <see cref="MainColour.Names"/>.</param>
/// <param name="IsDemo">演示数据.</param>
/// <param name="Asks">Ask what is not said, where a person watches.</param>
internal sealed record InitAnswers(
    string? Publisher,
    string? Division,
    string? Period,
    string? Exports,
    string? Catalogue,
    string? Colour,
    bool IsDemo,
    bool Asks
);
