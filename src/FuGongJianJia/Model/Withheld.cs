namespace FuGongJianJia.Model;

/// <summary>Why a value and its score are withheld（不公布的原因）.</summary>
public enum Withheld : byte
{
    /// <summary>It is shown.</summary>
    No,

    /// <summary>A count from 1 to the threshold less one: shown as ＜5.</summary>
    Small,

    /// <summary>Withheld so that a small one cannot be found by subtraction: 不公布.</summary>
    Complementary,

    /// <summary>The catalogue's 公开方式 does not let it be seen, or a sum that would give it back: 不公布.</summary>
    Unpublished,
}
