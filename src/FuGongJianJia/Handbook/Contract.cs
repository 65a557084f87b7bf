using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.SiteSettings;

namespace FuGongJianJia.Handbook;

/// <summary>
/// The contract with those who export and write（数据约定）, as plain values for the pages that print it: they are made from
/// the registries, so that they cannot be out of date.
/// </summary>
public static class Contract
{
    /// <summary>数据字典: the tables in the order they are read.</summary>
    public static ImmutableArray<ContractTable> Tables { get; } =
    [
        .. TableRegistry.All.Select(t => new ContractTable(
            t.Name,
            t.Description,
            t.IsRequired,
            t.Aliases,
            [
                .. t.Columns.Select(c => new ContractColumn(
                    c.Name,
                    c.KindText,
                    c.IsKey,
                    c.IsRequired,
                    c.Description,
                    c.Example,
                    c.Words,
                    c.Reference,
                    c.Aliases
                )),
            ],
            t.Rules
        )),
    ];

    /// <summary>设置: the settings of site.yml.</summary>
    public static ImmutableArray<ContractSetting> Settings { get; } =
    [.. SettingsSchema.All.Select(s => new ContractSetting(s.Path, s.Type, s.Default, s.Description, s.Example))];

    /// <summary>诊断代码: what may be wrong, and what to do.</summary>
    public static ImmutableArray<DiagnosticCode> Diagnostics => Codes.All;
}

/// <summary>A table（表）.</summary>
/// <param name="Name">表名: the file or sheet name without extension.</param>
/// <param name="Description">用途.</param>
/// <param name="IsRequired">必需.</param>
/// <param name="Aliases">Other names of the file or sheet.</param>
/// <param name="Columns">Columns in the order of the template.</param>
/// <param name="Rules">规则: what is checked across rows.</param>
public sealed record ContractTable(
    string Name,
    string Description,
    bool IsRequired,
    ImmutableArray<string> Aliases,
    ImmutableArray<ContractColumn> Columns,
    ImmutableArray<string> Rules
);

/// <summary>A column（列）.</summary>
/// <param name="Name">列名.</param>
/// <param name="Kind">类型.</param>
/// <param name="IsKey">主键.</param>
/// <param name="IsRequired">必填.</param>
/// <param name="Description">说明.</param>
/// <param name="Example">示例.</param>
/// <param name="Words">取值: the words of a closed list.</param>
/// <param name="Reference">The table its values refer to.</param>
/// <param name="Aliases">Other headers that mean it.</param>
public sealed record ContractColumn(
    string Name,
    string Kind,
    bool IsKey,
    bool IsRequired,
    string Description,
    string Example,
    ImmutableArray<string> Words,
    string? Reference,
    ImmutableArray<string> Aliases
);

/// <summary>A setting（设置项）.</summary>
/// <param name="Path">Path in site.yml, such as 标题 or 备案.ICP.</param>
/// <param name="Type">What may be written.</param>
/// <param name="Default">What holds when it is absent.</param>
/// <param name="Description">说明.</param>
/// <param name="Example">示例.</param>
public sealed record ContractSetting(string Path, string Type, string Default, string Description, string Example);
