using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Options;

/// <summary>Options that several commands share（公共选项）, each defined once.</summary>
internal static class CommonOptions
{
    // Dates of an edition: those that a table may hold.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static Option<string> Root()
    {
        var option = NewRoot();
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !Directory.Exists(path))
            {
                result.AddError(
                    $"应为已有的文件夹，{(Path.Exists(path) ? "读到的不是文件夹" : "没有找到")}：“{path}”。"
                );
            }
        });
        return option;
    }

    /// <summary>The root of what is about to be made: it need not be there yet.</summary>
    public static Option<string> NewRoot() =>
        new("--root")
        {
            Description = "项目文件夹，内有 data 和 input（默认为当前文件夹）",
            HelpName = "文件夹",
            DefaultValueFactory = _ => ".",
        };

    public static Option<string?> Output() => Folder("--output", "输出文件夹（默认为项目文件夹下的 output）");

    /// <summary>A folder to write to; it need not be there yet.</summary>
    public static Option<string?> Folder(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "文件夹" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }])
            {
                if (path.Length == 0)
                {
                    result.AddError("应为文件夹，读到空的。");
                }
                else if (Path.Exists(path) && !Directory.Exists(path))
                {
                    result.AddError($"应为文件夹，读到的不是文件夹：“{path}”。");
                }
            }
        });
        return option;
    }

    public static Option<string[]> Periods()
    {
        var option = new Option<string[]>("--period")
        {
            Description = "网站和 PDF 只含这些期间，如 2024 或 2024Q1，可重复给出（默认为全部）",
            HelpName = "期间",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result => CheckPeriod(result.Tokens.Select(t => t.Value), result.AddError));
        return option;
    }

    public static Option<string?> OnePeriod()
    {
        var option = new Option<string?>("--period")
        {
            Description = "期间，如 2024 或 2024Q1（默认为最新一期）",
            HelpName = "期间",
        };
        option.Validators.Add(result => CheckPeriod(result.Tokens.Select(t => t.Value), result.AddError));
        return option;
    }

    public static Argument<string> PeriodArgument(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description, HelpName = "期间" };
        argument.Validators.Add(result => CheckPeriod(result.Tokens.Select(t => t.Value), result.AddError));
        return argument;
    }

    public static Option<DateOnly?> Date() =>
        new("--date")
        {
            Description = "编制日期，如 2025-01-10（默认为数据中最晚的日期）",
            HelpName = "日期",
            CustomParser = result =>
            {
                if (
                    DateOnly.TryParseExact(
                        result.Tokens[0].Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var date
                    ) && date.Year is >= FirstYear and <= LastYear
                )
                {
                    return date;
                }

                result.AddError($"应为 2025-01-10 这样的日期，读到“{result.Tokens[0].Value}”。");
                return null;
            },
        };

    public static Option<string> BasePath()
    {
        var option = new Option<string>("--base-path")
        {
            Description = "网站所在的子目录，如 /nianjian/（默认 /；页面间的链接都是相对的，只有 404 页等处需要它）",
            HelpName = "路径",
            DefaultValueFactory = _ => "/",
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(
                    text.StartsWith('/')
                    && text.EndsWith('/')
                    && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.')
                    && (text == "/" || !text.Trim('/').Split('/').Any(part => part is "" or "." or ".."))
                    && !text.StartsWith("//", StringComparison.Ordinal)
                    && !text.EndsWith("//", StringComparison.Ordinal)
                )
            )
            {
                result.AddError($"应为 /nianjian/ 这样的路径，只含字母、数字、- _ .，读到“{text}”。");
            }
        });
        return option;
    }

    public static Option<int> Jobs() =>
        Within(
            new Option<int>("--jobs")
            {
                Description = "同时工作的线程数（默认为处理器核数）",
                HelpName = "个数",
                DefaultValueFactory = _ => Environment.ProcessorCount,
            },
            1,
            1024
        );

    /// <summary>Refuses whole numbers beyond these bounds, which are allowed themselves.</summary>
    public static TOption Within<TOption>(TOption option, int least, int most)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                && (number < least || number > most)
            )
            {
                result.AddError(
                    most == int.MaxValue
                        ? $"应为 {least} 以上的整数，读到“{text}”。"
                        : $"应在 {least}～{most} 之间，读到“{text}”。"
                );
            }
        });
        return option;
    }

    public static Option<bool> TakeOver() =>
        new("--take-over") { Description = "清单坏了或有别的文件占着位置时，把不认识的文件移到一边，重新登记" };

    public static Option<int?> MostDeletes() =>
        Within(
            new Option<int?>("--max-deletes")
            {
                Description =
                    $"最多移除多少个文件，超过就停下（默认 {BuildOptions.FewDeletes} 个，或已有文件的十分之一，取多的）",
                HelpName = "个数",
            },
            0,
            int.MaxValue
        );

    public static Option<Shard?> Shard() =>
        new("--shard")
        {
            Description =
                "只做第几份：2/7 是七份里的第二份，auto/7 由 Kubernetes、Slurm 的任务编号得知；用 fugong merge 合成",
            HelpName = "第几份/共几份",
            CustomParser = result =>
            {
                var share = Options.Shard.Parse(
                    result.Tokens[0].Value,
                    Environment.GetEnvironmentVariable,
                    out var fault
                );
                if (fault is not null)
                {
                    result.AddError(fault);
                }

                return share;
            },
        };

    public static Option<bool> NoPdf() => new("--no-pdf") { Description = "不重新生成 PDF，已有的照旧" };

    public static Option<bool> Quiet() => new("--quiet") { Description = "只说错误和警告" };

    public static Option<bool> Events() =>
        new("--json") { Description = "把进度、发现的问题和结果写成事件，一行一个 JSON，供程序读" };

    public static Option<bool> Strict() => new("--strict") { Description = "严格：有警告或用了替代字体也算错误" };

    public static Option<bool> Notes() => new("--notes") { Description = "同时列出提示" };

    private static void CheckPeriod(IEnumerable<string> values, Action<string> refuse)
    {
        foreach (var value in values.Where(v => !Period.TryParse(v, out _)))
        {
            refuse($"期间应写作 2024、2024H1、2024Q1 或 2024-05，读到“{value}”。");
        }
    }
}
