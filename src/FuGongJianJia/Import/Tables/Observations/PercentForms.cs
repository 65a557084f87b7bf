using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>
/// How the percentages of each indicator were written（百分数写法）: 95.5%, 95.5 or 0.955. A bare number between 0 and 1 is a
/// fraction to one exporter and less than one percent to another, so unless every one of them has a sign, the column is
/// refused with the rows that clash.
/// </summary>
internal sealed class PercentForms(int indicators)
{
    private const int Listed = 5;

    private readonly Forms?[] _forms = new Forms?[indicators];
    private (int Count, SourcePlace First, string Example) _above;
    private (int Count, SourcePlace First, string Example) _single;

    /// <summary>Counts a ratio above 100% that nothing forbids.</summary>
    public void AboveWhole(SourcePlace place, string what) =>
        _above = _above.Count == 0 ? (1, place, what) : (_above.Count + 1, _above.First, _above.Example);

    /// <summary>Counts a percentage without its two numbers where they are needed for pooling.</summary>
    public void CountSingle(SourcePlace place, string what) =>
        _single = _single.Count == 0 ? (1, place, what) : (_single.Count + 1, _single.First, _single.Example);

    /// <summary>True when an example is there already.</summary>
    public bool HasSingle => _single.Count > 0;

    /// <summary>Counts a value.</summary>
    public void Add(int indicator, decimal value, bool signed, SourcePlace place)
    {
        var of = _forms[indicator] ??= new();
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
    public void Report(DiagnosticBag bag, IndicatorIndex index)
    {
        if (_above.Count > 0)
        {
            bag.Add(
                ValueCodes.AboveBound,
                _above.First,
                $"有 {_above.Count} 个比率大于 100%（例如{_above.Example}），得分以 100 封顶，原值照样公布。请核对是否填错。"
            );
        }

        if (_single.Count > 0)
        {
            bag.Add(
                ValueCodes.WantsRatio,
                _single.First,
                $"有 {_single.Count} 个比率只填了百分数（例如{_single.Example}），不能合并到上级。有条件时请改填分子和分母。"
            );
        }

        for (var i = 0; i < _forms.Length; i++)
        {
            if (_forms[i] is not { FractionCount: > 0 } of)
            {
                continue;
            }

            // 1 beside 95.5 is one percent; only 0.955 beside it, or nothing but fractions, can be read two ways.
            if (!of.Strict && of.PlainCount > 0)
            {
                continue;
            }

            var code = index.Codes[i];
            var small = string.Join('、', of.Fractions.Select(f => $"第 {f.Line} 行 {ExactNumber.Of(f.Value)}"));
            var large = string.Join('、', of.Plain.Select(f => $"第 {f.Line} 行 {ExactNumber.Of(f.Value)}"));
            var place = of.FirstPlace;
            bag.Add(
                CellCodes.PercentForms,
                place,
                of.PlainCount > 0
                    ? $"指标 {code} 的百分数写法不一致：{of.FractionCount} 处写成小数（{small}），"
                        + $"{of.PlainCount} 处写成百分数（{large}）。请统一写成 95.5%，或填分子、分母。"
                    : $"指标 {code} 有 {of.FractionCount} 处不带百分号的小数（{small}），"
                        + "无法判断 0.955 是 95.5% 还是 0.955%。请写成 95.5%，或填分子、分母。"
            );
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
