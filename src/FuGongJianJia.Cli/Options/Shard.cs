using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FuGongJianJia.Cli.Options;

/// <summary>份（第几份，共几份）: the share of a build that one machine makes, written <c>2/7</c>.</summary>
/// <param name="Number">Which one, from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many there are, from 1 to <see cref="Most"/>.</param>
internal readonly record struct Shard(int Number, int Count)
{
    /// <summary>More shares than this are a slip of the pen.</summary>
    public const int Most = 10_000;

    private const string Auto = "auto";
    private const string Kubernetes = "JOB_COMPLETION_INDEX";
    private const string Slurm = "SLURM_ARRAY_TASK_ID";

    /// <summary>
    /// Reads <c>2/7</c>, or <c>auto/7</c>: then the scheduler says which one, Kubernetes from 0 in
    /// JOB_COMPLETION_INDEX, Slurm from 1 in SLURM_ARRAY_TASK_ID.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="variable">Gives an environment variable; null for none.</param>
    /// <param name="fault">What is wrong, as a Chinese sentence; null for nothing.</param>
    public static Shard? Parse(string text, Func<string, string?> variable, out string? fault)
    {
        fault = null;
        if (text.Split('/') is not [var which, var many] || !TryCount(many, out var count) || count is < 1 or > Most)
        {
            fault = $"应为“第几份/共几份”，如 2/7 或 auto/7，最多 {Most} 份，读到“{text}”。";
            return null;
        }

        if (which == Auto && !Scheduled(variable, out which, out fault))
        {
            return null;
        }

        if (TryCount(which, out var number) && number >= 1 && number <= count)
        {
            return new Shard(number, count);
        }

        fault = $"应为第 1 份到第 {count} 份之一，读到“{which}”。";
        return null;
    }

    /// <summary>As it is written: 2/7.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static bool Scheduled(
        Func<string, string?> variable,
        [NotNullWhen(true)] out string? which,
        out string? fault
    )
    {
        (which, fault) = (variable(Kubernetes), variable(Slurm)) switch
        {
            ({ } index, null) when TryCount(index, out var zeroBased) => ($"{zeroBased + 1L}", null),
            (null, { } task) => (task, null),
            (null, null) => (null, $"auto 要由 {Kubernetes} 或 {Slurm} 得知是第几份，这两个环境变量都没有。"),
            ({ } index, null) => (null, $"环境变量 {Kubernetes} 应为从 0 数起的整数，读到“{index}”。"),
            _ => ((string?)null, $"环境变量 {Kubernetes} 和 {Slurm} 都有，不知道以哪个为准，请写明第几份。"),
        };
        return which is not null;
    }

    private static bool TryCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
