using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;

namespace FuGongJianJia.Import.Tables;

/// <summary>
/// How the percentages of each indicator were written（百分数写法）: 95.5%, 95.5 or 0.955. A bare number between 0 and 1 is a fraction to one
/// exporter and less than one percent to another, so unless every one of them has a sign, the column is refused with the rows that clash.
/// </summary>
internal sealed class PercentForms(int indicators)
{
    private const int Listed = 5;

    private readonly Forms?[] forms = new Forms?[indicators];

    /// <summary>Counts a value.</summary>
    public void Add(int indicator, decimal value, bool signed, SourcePlace place)
    {
        var of = forms[indicator] ??= new();
        if (signed || value == 0m)
        {
            return;
        }

        if (value is > 0m and <= 1m)
        {
            of.Strict |= value < 1m;
            of.Count(of.Fractions, ref of.FractionCount, value, place);
        }
        else
        {
            of.Count(of.Plain, ref of.PlainCount, value, place);
        }
    }

    /// <summary>Reports the indicators whose values can be read two ways.</summary>
    public void Report(PeriodContext context, IndicatorIndex index)
    {
        for (var i = 0; i < forms.Length; i++)
        {
            if (forms[i] is not { FractionCount: > 0 } of)
            {
                continue;
            }

            // 1 beside 95.5 is one percent; only 0.955 beside it, or nothing but fractions, can be read two ways.
            if (!of.Strict && of.PlainCount > 0)
            {
                continue;
            }

            var code = index.Codes[i];
            var small = string.Join('、', of.Fractions.Select(f => $"第 {f.Line} 行 {Cells.Plain(f.Value)}"));
            var large = string.Join('、', of.Plain.Select(f => $"第 {f.Line} 行 {Cells.Plain(f.Value)}"));
            var place = of.FirstPlace;
            context.Bag.Add(CellCodes.PercentForms, place, of.PlainCount > 0
                ? $"指标 {code} 的百分数写法不一致：{of.FractionCount} 处写成小数（{small}），{of.PlainCount} 处写成百分数（{large}）。请统一写成 95.5%，或填分子、分母。"
                : $"指标 {code} 有 {of.FractionCount} 处不带百分号的小数（{small}），无法判断 0.955 是 95.5% 还是 0.955%。请写成 95.5%，或填分子、分母。");
        }
    }

    private sealed class Forms
    {
        public readonly List<(int Line, decimal Value)> Fractions = [];
        public readonly List<(int Line, decimal Value)> Plain = [];
        public int FractionCount;
        public int PlainCount;
        public bool Strict;
        public SourcePlace FirstPlace;

        public void Count(List<(int Line, decimal Value)> list, ref int count, decimal value, SourcePlace place)
        {
            if (ReferenceEquals(list, Fractions) && count == 0)
            {
                FirstPlace = place;
            }

            count++;
            if (list.Count < Listed)
            {
                list.Add((place.Line, value));
            }
        }
    }
}
