using System.Globalization;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>How work goes on（进度）.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Elapsed">Since it began.</param>
internal readonly record struct Pace(int Done, int Total, TimeSpan Elapsed)
{
    /// <summary>Steps a second so far.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at the rate so far; null before the first step.</summary>
    public TimeSpan? Left => Done == 0 ? null : Elapsed * ((double)(Total - Done) / Done);

    /// <summary>1,200／4,000（30%），每秒 45 个，约还要 1 分 2 秒.</summary>
    public string Words =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Done:N0}／{Total:N0}（{(Total == 0 ? 100 : 100L * Done / Total)}%）"
        )
        + (
            Left is { } left
                ? string.Create(CultureInfo.InvariantCulture, $"，每秒 {PerSecond:0.#} 个，约还要 {Time(left)}")
                : ""
        );

    /// <summary>8 秒, 1 分 2 秒, 2 小时 5 分.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} 小时 {time.Minutes} 分")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} 分 {time.Seconds} 秒")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(time.TotalSeconds)):0} 秒");
}
