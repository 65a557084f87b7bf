using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>One value on its way in（一个数）: what the state, the rule and the three numbers say together.</summary>
internal struct ObservationDraft(DataRow row, int ordinal, string code, Indicator? indicator, Organisation organisation)
{
    private const decimal MostPercent = 300m;

    public ObservationState? State;
    public bool Approximate;
    public DateOnly? ReportedOn;
    public string? Remark;
    public ValueCell Numerator = ValueCell.Absent;
    public ValueCell Denominator = ValueCell.Absent;
    public ValueCell Value = ValueCell.Absent;

    /// <summary>Physical line.</summary>
    public readonly int Line => row.Line;

    /// <summary>R01 of a union, for messages.</summary>
    public readonly string Title => $"“{organisation.ShortName}”的 {code}";

    /// <summary>
    /// True when all three cells are blank. 无 is a mark of blank cells and also a tier of some indicators; there it is
    /// a value.
    /// </summary>
    public readonly bool IsEmpty =>
        Numerator.IsBlank && Denominator.IsBlank && Value.IsBlank && !IsTierWord(Value.Text);

    /// <summary>Reports on the draft as a whole.</summary>
    public readonly void Report(DiagnosticCode with, string message) =>
        row.Report(with, Value.Row is not null ? Value.Place : row.Place, message);

    /// <summary>The observation; null when it cannot be read or does not belong (reported).</summary>
    public Observation? Observe(PercentForms percents)
    {
        if (Numerator.IsUnread || Denominator.IsUnread || Value.IsUnread)
        {
            return Unread();
        }

        if (StateSaid(out var clash) is { } said)
        {
            // 不适用 and 缺报 are often written where the number would stand.
            if (clash is { } || (State is { } stated && stated != said))
            {
                var other = clash ?? State!.Value;
                Report(
                    ValueCodes.ValueDespite,
                    $"{Title}：状态是“{other.Word()}”，数值处却写着“{said.Word()}”。请核对。"
                );
                return null;
            }

            if (said != ObservationState.Reported)
            {
                return Without(said);
            }

            Report(
                ValueCodes.NoValue,
                $"{Title}：写着“已报”，却没有数。请补上；没有报的改为缺报，没有对象的改为不适用。"
            );
            return null;
        }

        var words = Value.Text;
        var isTierWord = IsTierWord(words);
        var hasValue = isTierWord || !Value.IsBlank;
        var hasRatio = !Numerator.IsBlank || !Denominator.IsBlank;
        if (!hasValue && !hasRatio)
        {
            if (State == ObservationState.Reported)
            {
                Report(
                    ValueCodes.NoValue,
                    $"{Title}：状态是“已报”，却没有数。请补上；没有报的改为缺报，没有对象的改为不适用。"
                );
                return null;
            }

            return Without(State ?? ObservationState.Missing);
        }

        if (State is ObservationState.Missing or ObservationState.NotApplicable)
        {
            Report(ValueCodes.ValueDespite, $"{Title}：状态是“{State.Value.Word()}”，却填了数。请核对状态。");
            return null;
        }

        if (indicator is null)
        {
            Report(
                ValueCodes.NotApplicable,
                $"{Title}：指标目录里这项指标不适用于"
                    + $"{organisation.Level.Word()}、{organisation.Category.Word()}的“{organisation.Kind.Word()}”，没有读取。"
            );
            return null;
        }

        return indicator.Rule.Kind switch
        {
            RuleKind.YesNo => YesNo(words, hasRatio),
            RuleKind.Tiers when indicator.Rule.Tiers[0].Word is not null => Word(words, hasRatio),
            _ => Numeric(hasValue, hasRatio, percents),
        };
    }

    /// <summary>
    /// 0 ÷ 0 beside 不适用 is explained by the state that somebody wrote; otherwise nobody knows what was reported.
    /// </summary>
    private readonly Observation? Unread()
    {
        var explained = State is ObservationState.Missing or ObservationState.NotApplicable;
        foreach (var cell in (ReadOnlySpan<ValueCell>)[Value, Numerator, Denominator])
        {
            if (!cell.IsUnread)
            {
                continue;
            }

            var (code, what) = row.Fault(cell.Position)!.Value;
            row.Report(
                explained ? FileCodes.ExplainedFault : code,
                cell.Place,
                explained
                    ? $"{Title}：“{cell.Name}”是公式，读不出数；状态写着“{State!.Value.Word()}”，按状态处理。"
                    : $"{Title}：“{cell.Name}”{what}"
            );
        }

        return explained ? Without(State!.Value) : null;
    }

    private readonly Observation? Without(ObservationState state) =>
        indicator is null && state != ObservationState.NotApplicable ? null : Base(state);

    private readonly Observation Base(
        ObservationState state,
        decimal? numerator = null,
        decimal? denominator = null,
        decimal? value = null,
        string? word = null
    ) =>
        new()
        {
            Organisation = organisation.Code,
            Indicator = code,
            State = state,
            Numerator = numerator,
            Denominator = denominator,
            Value = value,
            Word = word,
            ReportedOn = ReportedOn,
            Remark = Remark,
            Approximate = Approximate,
        };

    private readonly Observation? YesNo(string text, bool hasRatio)
    {
        if (hasRatio || !YesNoText.TryParse(text, out var yes))
        {
            Report(
                CellCodes.BadYesNo,
                $"{Title}：应填 是 或 否{(text.Length > 0 ? $"，读到{Diagnostic.Quote(text)}" : "")}。"
            );
            return null;
        }

        return Base(State ?? ObservationState.Reported, value: yes ? 1m : 0m);
    }

    private readonly Observation? Word(string text, bool hasRatio)
    {
        var folded = ReadingFold.Of(text);
        var tier = indicator!.Rule.Tiers.FirstOrDefault(t => t.Word == text || t.Word == folded);
        if (hasRatio || tier is null)
        {
            var words = indicator.Rule.Tiers.Select(t => t.Word!).ToList();
            Report(
                ValueCodes.BadTierWord,
                $"{Title}：应为 {string.Join('、', words)} 之一，读到{Diagnostic.Quote(text)}。{Suggest.Phrase(text, words)}"
            );
            return null;
        }

        return Base(State ?? ObservationState.Reported, word: tier.Word);
    }

    private Observation? Numeric(bool hasValue, bool hasRatio, PercentForms percents)
    {
        var isRatio = indicator!.IsRatio();
        if (Numerator.IsBlank != Denominator.IsBlank)
        {
            Report(
                ValueCodes.HalfRatio,
                $"{Title}：只填了{(Numerator.IsBlank ? "分母" : "分子")}。比率要填分子和分母两个数。"
            );
            return null;
        }

        decimal? numerator = null,
            denominator = null,
            value = null;
        if (hasRatio)
        {
            numerator = Number(Numerator, out _);
            denominator = Number(Denominator, out _);
            if (numerator is null || denominator is null)
            {
                return null;
            }
        }

        var signed = false;
        if (hasValue)
        {
            value = Number(Value, out signed);
            if (value is null)
            {
                return null;
            }

            if (signed && !isRatio)
            {
                row.Report(
                    CellCodes.BadNumber,
                    Value.Place,
                    $"{Title}：单位是“{indicator!.Unit}”，不应有百分号，读到{Diagnostic.Quote(Value.Text)}。"
                );
                return null;
            }
        }

        return hasRatio
            ? Ratio(numerator!.Value, denominator!.Value, value, signed, isRatio, percents)
            : Single(value!.Value, signed, isRatio, percents);
    }

    private readonly Observation? Ratio(
        decimal numerator,
        decimal denominator,
        decimal? value,
        bool signed,
        bool isRatio,
        PercentForms percents
    )
    {
        if (denominator == 0m)
        {
            row.Report(
                ValueCodes.ZeroDenominator,
                Denominator.Place,
                $"{Title}：分母是 0。没有对象时请把状态改为“不适用”，否则核对分母。"
            );
            return null;
        }

        // The division is dear, and two million values that keep within the bound do not need it.
        if (
            numerator * 100m > denominator * (indicator!.UpperBound ?? 100m)
            && !CheckBound(
                numerator / denominator * 100m,
                $"分子 {ExactNumber.Of(numerator)} 大于分母 {ExactNumber.Of(denominator)}",
                Numerator.Place,
                percents
            )
        )
        {
            return null;
        }

        if (value is { } given && isRatio)
        {
            // A rounded percentage may be off by half a unit of its last digit; a fraction of 1 is accepted where it
            // fits.
            var percent = numerator / denominator * 100m;
            var slack =
                given % 1m == 0m ? 0.5m
                : given * 10m % 1m == 0m ? 0.05m
                : 0.005m;
            if (Math.Abs(percent - given) > slack && (signed || Math.Abs(percent - (given * 100m)) > 0.5m))
            {
                row.Report(
                    ValueCodes.Disagree,
                    Value.Place,
                    $"{Title}：分子÷分母是 {ExactNumber.Of(decimal.Round(percent, 2, MidpointRounding.AwayFromZero))}%，"
                        + $"数值却是{Diagnostic.Quote(Value.Text)}。请核对，或者只填分子和分母。"
                );
                return null;
            }
        }

        return Base(State ?? ObservationState.Reported, numerator, denominator, isRatio ? null : value);
    }

    private readonly Observation? Single(decimal value, bool signed, bool isRatio, PercentForms percents)
    {
        if (isRatio)
        {
            if (indicator!.Aggregation == Aggregation.PooledRatio)
            {
                percents.CountSingle(Value.Place, percents.HasSingle ? "" : Title);
            }

            percents.Add(ordinal, value, signed, Value.Place);
            if (
                value > (indicator!.UpperBound ?? 100m)
                && !CheckBound(value, $"数值是 {ExactNumber.Of(value)}%", Value.Place, percents)
            )
            {
                return null;
            }
        }

        return Base(State ?? ObservationState.Reported, value: value);
    }

    private readonly bool CheckBound(decimal percent, string what, SourcePlace place, PercentForms percents)
    {
        if (!indicator!.IsRatio())
        {
            return true;
        }

        var bound = indicator!.Rule.Kind == RuleKind.Checklist ? 100m : indicator.UpperBound;
        if (bound is { } most && percent > most)
        {
            row.Report(
                ValueCodes.AboveWhole,
                place,
                $"{Title}：{what}，这项指标不可能超过 {ExactNumber.Of(most)}%。请核对。"
            );
            return false;
        }

        if (percent > MostPercent)
        {
            row.Report(
                ValueCodes.TooHigh,
                place,
                $"{Title}：{what}，比率超过 {ExactNumber.Of(MostPercent)}%。请核对是否填错，或者把百分数多乘了 100。"
            );
        }
        else if (percent > 100m)
        {
            percents.AboveWhole(place, $"{Title}：{what}");
        }

        return true;
    }

    private decimal? Number(ValueCell cell, out bool signed)
    {
        signed = false;
        var text = cell.Text;
        if (!NumberCell.TryParse(text, out var number))
        {
            var code = CodeText.LooksScientific(text) ? CellCodes.DamagedCode : CellCodes.BadNumber;
            row.Report(
                code,
                cell.Place,
                $"“{cell.Name}”应为数，读到{Diagnostic.Quote(text)}。{Cells.NumberHint(text)}"
            );
            return null;
        }

        if (row.IsMerged(cell.Position))
        {
            row.Report(CellCodes.MergedNumber, cell.Place, Cells.MergedMessage(cell.Name, text));
            return null;
        }

        if (row.Unit(cell.Position) is { } unit && !number.TryTake(unit, out number))
        {
            row.Report(CellCodes.BadNumber, cell.Place, Cells.UnitMessage(cell.Name, text, unit));
            return null;
        }

        if (number.Value is < 0m or > 1_000_000_000_000m)
        {
            row.Report(
                CellCodes.OutOfRange,
                cell.Place,
                $"“{cell.Name}”不应小于 0，也不应大得不合常理，读到{Diagnostic.Quote(text)}。请核对原始数据。"
            );
            return null;
        }

        signed = number.Percent;
        Approximate |= number.Approximate;
        return number.Value;
    }

    /// <summary>
    /// The state that stands where numbers would; null when there is none or a number stands beside it.
    /// </summary>
    /// <param name="clash">Another state in another of the cells.</param>
    private readonly ObservationState? StateSaid(out ObservationState? clash)
    {
        ObservationState? said = null;
        clash = null;
        foreach (var cell in (ReadOnlySpan<ValueCell>)[Value, Numerator, Denominator])
        {
            if (cell.IsBlank)
            {
                continue;
            }

            if (
                cell.Text.Length >= 8
                || char.IsAsciiDigit(cell.Text[0])
                || !ObservationVocabulary.States.TryParse(cell.Text, out var state)
            )
            {
                return null;
            }

            clash = said is { } before && before != state ? state : clash;
            said ??= state;
        }

        return said;
    }

    private readonly bool IsTierWord(string text)
    {
        if (indicator is not { Rule.Kind: RuleKind.Tiers } || text.Length == 0)
        {
            return false;
        }

        foreach (var tier in indicator.Rule.Tiers)
        {
            if (tier.Word == text)
            {
                return true;
            }
        }

        return false;
    }
}
