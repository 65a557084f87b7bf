using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>Finds indicators（找指标） by code or name, and the row of the catalogue that covers an organisation.</summary>
internal sealed class IndicatorIndex
{
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly Indicator?[] _covering;
    private readonly int _kinds = Enum.GetValues<OrganisationKind>().Length;
    private readonly int _categories = Enum.GetValues<UnitCategory>().Length;
    private readonly int _levels = Enum.GetValues<Level>().Length;

    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    /// <summary>An index over the catalogue of a period.</summary>
    /// <param name="catalogue">Rows.</param>
    /// <param name="brokenTexts">Codes and names of rows that had errors, as header keys.</param>
    /// <param name="complete">False when no catalogue could be read.</param>
    public IndicatorIndex(ImmutableArray<Indicator> catalogue, IEnumerable<string> brokenTexts, bool complete)
    {
        IsComplete = complete;
        _broken.UnionWith(brokenTexts);
        Catalogue = catalogue;
        Codes = [.. catalogue.Select(i => i.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var i = 0; i < Codes.Length; i++)
        {
            _byText.TryAdd(HeaderText.Key(Codes[i]), i);
        }

        foreach (var indicator in catalogue)
        {
            var ordinal = Array.IndexOf(Codes, indicator.Code);
            _byText.TryAdd(HeaderText.Key(indicator.Name), ordinal);
            _byText.TryAdd(HeaderText.Key(indicator.Code + indicator.Name), ordinal);
        }

        _covering = new Indicator?[Codes.Length * _levels * _categories * _kinds];
        for (var at = 0; at < _covering.Length; at++)
        {
            var (kind, rest) = (at % _kinds, at / _kinds);
            var (category, above) = (rest % _categories, rest / _categories);
            var (level, code) = (above % _levels, above / _levels);
            _covering[at] = catalogue.FirstOrDefault(i =>
                i.Code == Codes[code] && i.Covers((Level)level, (UnitCategory)category, (OrganisationKind)kind)
            );
        }
    }

    /// <summary>The index of a period without a catalogue.</summary>
    public static IndicatorIndex None { get; } = new([], [], complete: false);

    /// <summary>False when no catalogue could be read.</summary>
    public bool IsComplete { get; }

    /// <summary>Rows of the catalogue.</summary>
    public ImmutableArray<Indicator> Catalogue { get; }

    /// <summary>Codes in ordinal order.</summary>
    public string[] Codes { get; }

    /// <summary>Position of the code that a text means; -1 when none.</summary>
    public int Find(string text) =>
        _byText.TryGetValue(text, out var ordinal) || _byText.TryGetValue(HeaderText.Key(text), out ordinal)
            ? ordinal
            : -1;

    /// <summary>True for the code or name of a row that had errors: what names it has been said already.</summary>
    public bool IsBroken(string text) => _broken.Contains(HeaderText.Key(text));

    /// <summary>The row that covers the organisation; null when the indicator does not apply to it.</summary>
    public Indicator? Covering(int ordinal, Organisation organisation) =>
        _covering[
            (((((ordinal * _levels) + (int)organisation.Level) * _categories) + (int)organisation.Category) * _kinds)
                + (int)organisation.Kind
        ];

    /// <summary>The code of an indicator cell; null when blank or unknown (reported).</summary>
    public string? Read(DataRow row, ColumnSpec column) =>
        Ordinal(row, column) is >= 0 and var ordinal ? Codes[ordinal] : null;

    /// <summary>
    /// The position in <see cref="Codes"/> of an indicator cell; -1 when blank or unknown (reported).
    /// </summary>
    public int Ordinal(DataRow row, ColumnSpec column)
    {
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。");
            }

            return -1;
        }

        var ordinal = Find(text);
        if (ordinal >= 0)
        {
            return ordinal;
        }

        if (!IsComplete || IsBroken(text))
        {
            row.Fail();
            return -1;
        }

        row.Report(
            TableCodes.UnknownIndicator,
            column,
            () =>
                $"“{column.Name}”填的{Diagnostic.Quote(text)}在指标表里找不到。"
                + Suggest.Phrase(text, Codes.Concat(Catalogue.Select(i => i.Name)))
        );
        return -1;
    }
}
