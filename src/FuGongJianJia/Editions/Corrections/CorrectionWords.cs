using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Corrections;

/// <summary>Words about corrections（更正语句）.</summary>
public static class CorrectionWords
{
    extension(CorrectionView correction)
    {
        /// <summary>原值, 不公布 where it is withheld.</summary>
        public string Before => correction.Values?.Before ?? Numerals.Withheld;

        /// <summary>新值, 不公布 where it is withheld.</summary>
        public string After => correction.Values?.After ?? Numerals.Withheld;

        /// <summary>说明.</summary>
        public string Reason => correction.Values?.Reason ?? "涉及小数保护，数值和说明不公布。";

        /// <summary>说明 with a full stop; empty when there is none.</summary>
        public string ReasonSentence =>
            correction.Reason is { Length: > 0 } reason && reason[^1] is not ('。' or '！' or '？')
                ? reason + "。"
                : correction.Reason;

        /// <summary>指标 with its code (H03 技能培训); empty when the correction names none.</summary>
        public string IndicatorTitle =>
            correction.Indicator is not { } code ? ""
            : correction.IndicatorName.Length > 0 ? $"{code} {correction.IndicatorName}"
            : code;

        /// <summary>What was wrong: the indicator, else 其他内容.</summary>
        public string What => correction.IndicatorTitle is { Length: > 0 } title ? title : "其他内容";

        /// <summary>Date, what, old and new value, reason.</summary>
        public string Sentence =>
            $"{Numerals.Date(correction.On)}更正：{correction.What}，原值{correction.Before}，更正为{correction.After}。"
            + correction.ReasonSentence;
    }
}
