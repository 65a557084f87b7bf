using System.Collections.Immutable;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>What a column of an office's export is（列的去处）.</summary>
internal abstract record ColumnGoal
{
    /// <summary>As 对应.yml writes it.</summary>
    public abstract string Text { get; }

    /// <summary>The target of a text; null when it is none.</summary>
    public static ColumnGoal? Parse(string text, ImmutableArray<TableSpec> tables)
    {
        var parts = text.Split('.', StringSplitOptions.TrimEntries);
        return parts switch
        {
            [OfficeWords.Unwanted] => UnreadGoal.Only,
            ["单位", "编码" or "名称" or "镇街"] => new UnitGoal(parts[1]),
            ["组织", "组织编码"] => new UnitGoal("编码"),
            ["组织", "组织名称"] => new UnitGoal("名称"),
            ["组织", "上级编码"] => new UnitGoal("镇街"),
            ["指标值", var code] when CodeText.IsSound(code) => new IndicatorGoal(code, WidePart.Value),
            ["指标值", var code, var part] when CodeText.IsSound(code) && PartOf(part) is { } known =>
                new IndicatorGoal(code, known),
            [var table, var column] => tables.FirstOrDefault(t => t.Name == table) is { } spec
            && spec.Columns.FirstOrDefault(c => c.Name == column) is { } named
                ? new TableGoal(spec, named)
                : null,
            _ => null,
        };
    }

    private static WidePart? PartOf(string text) =>
        text switch
        {
            "分子" => WidePart.Numerator,
            "分母" => WidePart.Denominator,
            "数值" => WidePart.Value,
            "分子/分母" => WidePart.Both,
            _ => null,
        };
}

/// <summary>不读: stays out of everything.</summary>
internal sealed record UnreadGoal : ColumnGoal
{
    /// <summary>There is one.</summary>
    public static UnreadGoal Only { get; } = new();

    public override string Text => OfficeWords.Unwanted;
}

/// <summary>单位.编码, 单位.名称, 单位.镇街: of which organisation the row is.</summary>
internal sealed record UnitGoal(string What) : ColumnGoal
{
    public override string Text => "单位." + What;
}

/// <summary>A column of one of our tables.</summary>
internal sealed record TableGoal(TableSpec Table, ColumnSpec Column) : ColumnGoal
{
    public override string Text => $"{Table.Name}.{Column.Name}";
}

/// <summary>A number of an indicator: 指标值.R01.分子; both of a cell like 12/20: 指标值.R01.分子/分母.</summary>
internal sealed record IndicatorGoal(string Code, WidePart Part) : ColumnGoal
{
    public override string Text =>
        "指标值."
        + Code
        + Part switch
        {
            WidePart.Numerator => ".分子",
            WidePart.Denominator => ".分母",
            WidePart.Both => ".分子/分母",
            _ => "",
        };
}
