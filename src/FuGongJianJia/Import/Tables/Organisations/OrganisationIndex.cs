using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>Finds organisations（找组织） by code, by full name, or by a short name that only one of them has.</summary>
internal sealed class OrganisationIndex
{
    private readonly Dictionary<string, Organisation> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organisation?> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    /// <summary>An index over organisations sorted by code.</summary>
    /// <param name="sorted">Sound organisations.</param>
    /// <param name="brokenCodes">Codes of rows that had errors: references to them are not reported again.</param>
    /// <param name="complete">False when the table itself could not be read.</param>
    public OrganisationIndex(ImmutableArray<Organisation> sorted, IEnumerable<string> brokenCodes, bool complete)
    {
        All = sorted;
        IsComplete = complete;
        _broken.UnionWith(brokenCodes);
        for (var i = 0; i < sorted.Length; i++)
        {
            _byCode.TryAdd(sorted[i].Code, sorted[i]);
            _ordinals.TryAdd(sorted[i].Code, i);
        }

        foreach (var organisation in sorted)
        {
            Name(organisation.Name, organisation);
            if (organisation.ShortName != organisation.Name)
            {
                Name(organisation.ShortName, organisation);
            }
        }
    }

    /// <summary>Organisations by code.</summary>
    public ImmutableArray<Organisation> All { get; }

    /// <summary>False when 组织 could not be read at all.</summary>
    public bool IsComplete { get; }

    /// <summary>By code, or null.</summary>
    public Organisation? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Position in <see cref="All"/>.</summary>
    public int Ordinal(string code) => _ordinals[code];

    /// <summary>True when <paramref name="code"/> is <paramref name="ancestor"/> or below it.</summary>
    public bool IsWithin(string code, string ancestor)
    {
        // The tree is at most a few levels deep; the bound keeps a cycle from holding the run.
        for (var i = 0; i < 10; i++)
        {
            if (code == ancestor)
            {
                return true;
            }

            if (Find(code)?.Parent is not { } parent)
            {
                return false;
            }

            code = parent;
        }

        return false;
    }

    /// <summary>By code, name or unique short name; ambiguity is told apart from absence.</summary>
    public Organisation? Resolve(string text, out bool ambiguous)
    {
        ambiguous = false;
        if (_byCode.TryGetValue(text, out var found) || _byCode.TryGetValue(CodeText.Normalise(text), out found))
        {
            return found;
        }

        if (_byName.TryGetValue(NameKey(text), out var named))
        {
            ambiguous = named is null;
            return named;
        }

        return null;
    }

    /// <summary>True when the text names a row that had an error of its own.</summary>
    public bool IsBroken(string text) =>
        !IsComplete || _broken.Contains(CodeText.Normalise(text)) || _broken.Contains(NameKey(text));

    /// <summary>The message for a reference that leads nowhere.</summary>
    public string UnknownMessage(string column, string text)
    {
        var code = CodeText.Normalise(text);
        if (
            code.Length > 0
            && char.IsAsciiDigit(code[0])
            && _byCode.Keys.FirstOrDefault(k => k.TrimStart('0') == code) is { } padded
        )
        {
            return $"“{column}”填的{Diagnostic.Quote(text)}在组织表里找不到，组织表里有“{padded}”："
                + "开头的 0 多半被 Excel 去掉了。请把该列设为“文本”后重新导出。";
        }

        var near =
            Suggest.Nearest(text, All.Select(o => o.Name))
            ?? Suggest.Nearest(text, All.Select(o => o.Code))
            ?? Suggest.Nearest(text, All.Select(o => o.ShortName));
        return $"“{column}”填的{Diagnostic.Quote(text)}在组织表里找不到。"
            + (near is null ? "请核对编码或全称。" : $"是否为“{near}”？");
    }

    /// <summary>Names are compared without blanks, width and kind of brackets.</summary>
    internal static string NameKey(string name) =>
        ReadingFold
            .Of(name)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace('[', '(')
            .Replace(']', ')')
            .Replace('〔', '(')
            .Replace('〕', ')');

    private void Name(string name, Organisation organisation)
    {
        var key = NameKey(name);
        if (!_byName.TryAdd(key, organisation) && _byName[key] != organisation)
        {
            _byName[key] = null;
        }
    }
}

/// <summary>Reading of organisation cells.</summary>
internal static class OrganisationCells
{
    /// <summary>The organisation of a cell; null when blank or unknown (reported).</summary>
    public static Organisation? Organisation(this DataRow row, ColumnSpec column, OrganisationIndex index)
    {
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。");
            }

            return null;
        }

        if (index.Resolve(text, out var ambiguous) is { } found)
        {
            return found;
        }

        if (index.IsBroken(text))
        {
            row.Fail();
        }
        else if (CodeText.LooksScientific(CodeText.Normalise(text)))
        {
            row.Report(CellCodes.DamagedCode, column, CodeText.ScientificMessage(column.Name, text));
        }
        else if (ambiguous)
        {
            row.Report(
                TableCodes.AmbiguousOrganisation,
                column,
                $"“{column.Name}”{Diagnostic.Quote(text)}对应几个组织，无法确定是哪一个。请改填组织编码。"
            );
        }
        else
        {
            row.Report(TableCodes.UnknownOrganisation, column, () => index.UnknownMessage(column.Name, text));
        }

        return null;
    }
}
