namespace FuGongJianJia.Model;

/// <summary>Why a value is withheld（小数保护）.</summary>
public enum Withheld
{
    /// <summary>It is shown.</summary>
    No,

    /// <summary>A count from 1 to the threshold less one: shown as ＜5.</summary>
    Small,

    /// <summary>Withheld so that a small one cannot be found by subtraction: 不公布.</summary>
    Complementary,
}
