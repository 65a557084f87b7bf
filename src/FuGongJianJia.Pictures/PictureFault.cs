namespace FuGongJianJia.Pictures;

/// <summary>Why a file is not taken as a picture（图片不能用的原因）.</summary>
public enum PictureFaultKind
{
    /// <summary>Something else, or a picture of a format that browsers do not show.</summary>
    Unsupported,

    /// <summary>A picture, but not of the format that its name says.</summary>
    Misnamed,

    /// <summary>More bytes or more pixels than can be worked on within bounds.</summary>
    TooLarge,

    /// <summary>Ends early, or cannot be read.</summary>
    Damaged,

    /// <summary>Moves.</summary>
    Animated,

    /// <summary>A drawing with something that is not passive.</summary>
    Active,
}

/// <summary>Why a file is not taken as a picture, with what was found.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Content">What the bytes are.</param>
/// <param name="Found">Of <see cref="PictureFaultKind.TooLarge"/> the size, of <see cref="PictureFaultKind.Active"/>
/// what must not stand there; else empty.</param>
/// <param name="Line">1-based line of a drawing's source; 0 for the whole file.</param>
/// <param name="Column">1-based column; 0 for the whole line.</param>
public sealed record PictureFault(
    PictureFaultKind Kind,
    ContentKind Content,
    string Found = "",
    int Line = 0,
    int Column = 0
);
