using System.CommandLine;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong demo</c>（演示数据）: a fictional district of any size.</summary>
internal static class DemoCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var unions = Count("--unions", "基层工会个数", 200, 24, 1_000_000);
        var towns = Count("--towns", "镇街个数", DemoOptions.MostTowns, 3, DemoOptions.MostTowns);
        var seed = new Option<ulong>("--seed")
        {
            Description = "种子：同一个种子得到同样的数据（默认 2024）",
            HelpName = "数字",
            DefaultValueFactory = _ => 2024UL,
        };
        var into = CommonOptions.Folder("--into", "写到哪个文件夹，其下会有 data 和 input（必填）");
        into.Required = true;
        var command = new Command("demo", "生成虚构的演示数据，用来试用和测速") { unions, towns, seed, into };
        command.SetAction(parsed =>
            Run(
                new DemoOptions
                {
                    Unions = parsed.GetValue(unions),
                    Towns = parsed.GetValue(towns),
                    Seed = parsed.GetValue(seed),
                },
                parsed.GetValue(into)!,
                screen,
                cancellation
            )
        );
        return command;
    }

    private static Option<int> Count(string name, string what, int usual, int least, int most)
    {
        return CommonOptions.Within(
            new Option<int>(name)
            {
                Description = $"{what}（默认 {usual}，最少 {least}）",
                HelpName = "个数",
                DefaultValueFactory = _ => usual,
            },
            least,
            most
        );
    }

    internal static int Run(DemoOptions options, string into, Screen screen, CancellationToken cancellation)
    {
        if (Directory.Exists(Path.Combine(into, "data")))
        {
            screen.Fail($"“{into}”里已有 data 文件夹，没有改动它。");
            screen.Advise("请换一个文件夹，或先把原来的 data 移走。");
            return ExitCode.BadInput;
        }

        var (count, size) = (0, 0L);
        // The settings mark every page and PDF as 演示数据, 分发.csv hands them out; what stands in input already is
        // somebody's and stays.
        var input = new[] { DemoGenerator.Settings(), DemoGenerator.Recipients(options) }.Where(file =>
            !File.Exists(Path.Combine(into, file.Path))
        );
        foreach (var file in DemoGenerator.Generate(options).Concat(input))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(into, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            long length;
            using (var stream = File.Create(path))
            {
                file.WriteTo(stream);
                length = stream.Length;
            }

            if (length == 0)
            {
                File.Delete(path);
                continue;
            }

            (count, size) = (count + 1, size + length);
        }

        screen.Line(
            "完成",
            FormattableString.Invariant($"  {count} 个文件，{size / 1024.0 / 1024.0:0.0} MB，在 {into}")
        );
        return ExitCode.Done;
    }
}
