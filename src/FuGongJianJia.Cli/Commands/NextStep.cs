using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong</c> alone（下一步）: looks at the folder and says what to do next from where one stands.</summary>
internal static class NextStep
{
    internal static int Run(string root, Screen screen, CancellationToken cancellation)
    {
        screen.Line("富工建家", "  把工会应用按期导出的数据变成网站、年报和简报。");
        screen.Line();
        if (!Directory.Exists(Path.Combine(root, "data")) && !Directory.Exists(Path.Combine(root, "input")))
        {
            return Say(
                screen,
                "这个文件夹里还没有数据。",
                ("fugong init", "在这里建立一个项目：回答几个问题，得到设置、空表和文档"),
                ("fugong init --demo", "先用虚构的演示数据看看样子")
            );
        }

        var source = SourceFolder.Read(root, cancellation);
        var import = Inputs.Import(source, cancellation);
        if (import.Dataset is not { } dataset)
        {
            if (import.Diagnostics.FirstOrDefault(IsEmptyOrganisations) is { } empty)
            {
                var folder = Path.GetDirectoryName(empty.Place.Path)!.Replace('\\', '/');
                return Say(
                    screen,
                    $"{folder} 里的表还是空的。",
                    ($"{folder}/说明.txt", "讲每张表、每一列填什么；必需的是组织、指标、指标值三张"),
                    ("fugong check", "放好导出的表格以后检查")
                );
            }

            var first = import.Diagnostics.First(d => d.Severity == Severity.Error);
            return Say(
                screen,
                $"数据还不能用：{Screen.Count(import.Diagnostics)}。第一处是 {first.Place}：{first.Message}",
                ("fugong check", "列出全部问题和改法"),
                ($"fugong help {first.Code}", "说明这个代码")
            );
        }

        var newest = dataset.Periods[^1];
        var ready =
            $"数据可以用：{dataset.Periods.Length} 期，最新的是{newest.Period.Title}，{newest.Organisations.Length} 个组织。";
        var output = BuildOptions.OutputOf(root, null);
        using var view = OutputView.Open(output);
        return view.Stored.Manifest is not { } manifest
                ? Say(
                    screen,
                    ready,
                    ("fugong serve", "在本机预览，改动数据后自动刷新"),
                    ("fugong build", "生成网站和 PDF")
                )
            : manifest.Fingerprint == InputFingerprint.Of(source.Files)
                ? Say(
                    screen,
                    $"{ready}网站已经生成，与数据一致。",
                    ($"打开 {Path.Combine(output, "site", "index.html")}", "查看网站"),
                    ("fugong verify", "按清单核对输出"),
                    ("fugong pack", "打包，便于分发")
                )
            : Say(screen, $"{ready}网站生成以后数据改过。", ("fugong build", "重新生成"), ("fugong serve", "先预览"));
    }

    private static bool IsEmptyOrganisations(Diagnostic diagnostic) =>
        diagnostic.Code == FileCodes.NoRows.Id && Path.GetFileNameWithoutExtension(diagnostic.Place.Path) == "组织";

    private static int Say(Screen screen, string where, params IEnumerable<(string What, string Why)> steps)
    {
        screen.Line(where);
        screen.Line();
        screen.Line("下一步", "");
        screen.Rows(steps.Select(s => (IReadOnlyList<string>)[s.What, s.Why]));
        screen.Line();
        screen.Faint("全部命令：fugong --help");
        return ExitCode.Done;
    }
}
