namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Type sizes by their Chinese names（字号）, points.</summary>
public static class TypeSize
{
    /// <summary>一号.</summary>
    public const double One = 26;

    /// <summary>小一.</summary>
    public const double SmallOne = 24;

    /// <summary>二号.</summary>
    public const double Two = 22;

    /// <summary>小二.</summary>
    public const double SmallTwo = 18;

    /// <summary>三号, set as 15.75 pt so that 28 characters stand in 156 mm (GB/T 9704); 16 pt would give 27.</summary>
    public const double Three = 15.75;

    /// <summary>小三.</summary>
    public const double SmallThree = 15;

    /// <summary>四号.</summary>
    public const double Four = 14;

    /// <summary>小四.</summary>
    public const double SmallFour = 12;

    /// <summary>五号.</summary>
    public const double Five = 10.5;

    /// <summary>小五.</summary>
    public const double SmallFive = 9;
}
