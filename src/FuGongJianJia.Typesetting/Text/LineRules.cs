namespace FuGongJianJia.Typesetting.Text;

/// <summary>Rules of a line（行内规则）, after CLREQ.</summary>
public sealed record LineRules
{
    /// <summary>Which marks may not begin or end a line.</summary>
    public ProhibitionLevel Prohibition { get; init; } = ProhibitionLevel.Basic;

    /// <summary>Natural gap between hanzi and Latin letters or digits, ems; CLREQ: up to a quarter.</summary>
    public double HanLatinGap { get; init; } = 0.25;

    /// <summary>Least gap when a line is compressed, ems.</summary>
    public double HanLatinGapMin { get; init; } = 0.125;

    /// <summary>
    /// Widest gap before white goes between all characters, ems. CLREQ allows a half; three eighths leaves the line
    /// more even to the eye.
    /// </summary>
    public double HanLatinGapMax { get; init; } = 0.375;

    /// <summary>No line of one character at the end of a paragraph（孤字）.</summary>
    public bool AvoidOrphan { get; init; } = true;

    /// <summary>The defaults.</summary>
    public static LineRules Default { get; } = new();
}

/// <summary>Prohibition rules at line start and end（避头尾）, CLREQ 3.1.3.</summary>
public enum ProhibitionLevel
{
    /// <summary>基本: closing marks, stops and connectors never begin a line, opening marks never end one.</summary>
    Basic,

    /// <summary>国标: and a solidus never ends one.</summary>
    National,

    /// <summary>严格: and neither dash nor ellipsis begins one.</summary>
    Strict,
}
