using System.Collections.Immutable;

namespace FuGongJianJia.Import.Schema;

/// <summary>What a cell of a column holds（列的类型）.</summary>
public enum CellKind
{
    /// <summary>编码: letters, digits, hyphen.</summary>
    Code,

    /// <summary>名称: a short text.</summary>
    Name,

    /// <summary>姓名: the name of a person or an awarded unit.</summary>
    Person,

    /// <summary>文字.</summary>
    Text,

    /// <summary>地点: a public place; house numbers are not home addresses here.</summary>
    Place,

    /// <summary>整数.</summary>
    Whole,

    /// <summary>数.</summary>
    Number,

    /// <summary>日期.</summary>
    Date,

    /// <summary>是或否.</summary>
    YesNo,

    /// <summary>词表: one word of a closed list.</summary>
    Word,

    /// <summary>词表, several words joined by |.</summary>
    Words,

    /// <summary>期间.</summary>
    Period,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>行政区划代码.</summary>
    DivisionCode,

    /// <summary>组织: a code, a full name or a unique short name.</summary>
    Organisation,

    /// <summary>指标: a code or a name.</summary>
    Indicator,

    /// <summary>指标的参数.</summary>
    Parameter,

    /// <summary>邮箱, in the one table that may hold it.</summary>
    Mailbox,
}

/// <summary>A column（列）of a table: how it is found, what it holds, what the dictionary says of it.</summary>
public sealed record ColumnSpec
{
    /// <summary>列名.</summary>
    public required string Name { get; init; }

    /// <summary>Type of its cells.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>Part of the key（主键）.</summary>
    public bool IsKey { get; init; }

    /// <summary>必填: the column must be there and its cells filled.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Other headers that mean it（别名）.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Words a closed list allows.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The table its values refer to.</summary>
    public string? Reference { get; init; }

    /// <summary>说明 for the data dictionary.</summary>
    public required string Description { get; init; }

    /// <summary>示例.</summary>
    public string Example { get; init; } = "";

    /// <summary>True when its values may stand as headers instead（宽表）: one column for each of them.</summary>
    internal bool MaySpread { get; init; }

    /// <summary>Position in the table's list of columns.</summary>
    internal int Ordinal { get; init; }

    /// <summary>The type in Chinese, for the dictionary.</summary>
    public string KindText =>
        Kind switch
        {
            CellKind.Code => "编码",
            CellKind.Name => "名称",
            CellKind.Person => "姓名或名称",
            CellKind.Text => "文字",
            CellKind.Place => "地点",
            CellKind.Whole => "整数",
            CellKind.Number => "数",
            CellKind.Date => "日期",
            CellKind.YesNo => "是/否",
            CellKind.Word => "词表",
            CellKind.Words => "词表，可多选，用 | 隔开",
            CellKind.Period => "期间",
            CellKind.CreditCode => "统一社会信用代码",
            CellKind.DivisionCode => "行政区划代码",
            CellKind.Organisation => "组织编码、全称或简称",
            CellKind.Indicator => "指标编码或名称",
            CellKind.Mailbox => "邮箱",
            _ => "参数",
        };

    /// <summary>True for numbers, dates and words of a list: two columns of them are equal or one is wrong.</summary>
    internal bool IsMeasured =>
        Kind is CellKind.Whole or CellKind.Number or CellKind.Date or CellKind.YesNo or CellKind.Word;

    /// <summary>True for a column of numbers.</summary>
    internal bool IsNumber => Kind is CellKind.Whole or CellKind.Number;

    /// <summary>True when long digits in it are an identifier of the table and not a phone or a card.</summary>
    internal bool HoldsCodes =>
        Kind
            is CellKind.Code
                or CellKind.Organisation
                or CellKind.Indicator
                or CellKind.CreditCode
                or CellKind.DivisionCode;
}
