namespace FuGongJianJia.Demo.Indicators;

/// <summary>A row of 指标值 before it is written（一条指标值）.</summary>
internal readonly record struct DemoValue(string Indicator)
{
    public long? Numerator { get; init; }

    public long? Denominator { get; init; }

    /// <summary>数值: a count, a truth value or the word of a tier.</summary>
    public object? Value { get; init; }

    public string State { get; init; } = "已报";

    public bool IsReported => State == "已报";

    public bool Approximate { get; init; }

    public string? Remark { get; init; }

    public static DemoValue Ratio(string indicator, long numerator, long denominator) =>
        new(indicator) { Numerator = numerator, Denominator = denominator };

    public static DemoValue Count(string indicator, int value) => new(indicator) { Value = value };

    public static DemoValue YesNo(string indicator, bool value) => new(indicator) { Value = value };

    public static DemoValue Word(string indicator, string value) => new(indicator) { Value = value };

    public static DemoValue NotApplicable(string indicator, string? remark = null) =>
        new(indicator) { State = "不适用", Remark = remark };
}
