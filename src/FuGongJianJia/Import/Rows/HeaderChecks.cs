using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// Looks at a header before any row is read（核对表头）: the required columns are there, none comes twice, and what stands in
/// brackets changes no meaning.
/// </summary>
internal sealed class HeaderChecks(TableSource source, Header header, SourcePlace place, DiagnosticBag bag)
{
    // Below 数值 of a long table stand people, money and percentages in turn.
    private readonly bool _holdsManyMeasures = source.Table.Columns.Any(c =>
        c is { IsKey: true, Kind: CellKind.Indicator } && header.Map[c.Ordinal] >= 0
    );

    private bool _sound = true;

    /// <summary>False when the table cannot be read, which was reported.</summary>
    public bool Check()
    {
        if (header.Lines == 2)
        {
            bag.Add(FileCodes.TwoRowHeader, place, "表头有两行，已把上下两行合起来当作列名。");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < header.Names.Length; i++)
        {
            var name = CellCleaner.Line(header.Names[i]);
            if (name.Length > 0)
            {
                var at = place with { Column = i + 1 };
                PrivacyGate.Check(name, at, "表头", bag);
                CheckColumn(i, name, at, seen);
            }
        }

        CheckRequired();
        return _sound;
    }

    private void CheckColumn(int position, string name, SourcePlace at, HashSet<string> seen)
    {
        var isExtra = header.Extras.Contains(position);
        if (!seen.Add(isExtra ? HeaderText.Whole(name) : HeaderText.Key(name)))
        {
            bag.Add(
                FileCodes.ColumnTwice,
                at,
                $"列{Diagnostic.Quote(name)}出现了两次，无法判断以哪一列为准。请只留一列。"
            );
            _sound = false;
        }
        else if (source.Table.Find(name) is { } column)
        {
            CheckRemarks(column, position, name, at);
            if (header.Others.Find(o => o.Position == position) is { MustAgree: false } other && !column.HoldsCodes)
            {
                Ignore(
                    at,
                    name,
                    $"列{Diagnostic.Quote(name)}也是“{other.Column.Name}”，已有“{other.Column.Name}”一列，这一列没有读取。"
                );
            }
        }
        else if (!isExtra)
        {
            UnknownColumn(name, at);
        }
    }

    /// <summary>Units are converted, hints mean nothing; anything else may make other numbers of the column.</summary>
    private void CheckRemarks(ColumnSpec column, int position, string name, SourcePlace at)
    {
        if (HeaderText.Whole(name) == HeaderText.Whole(column.Name))
        {
            return;
        }

        foreach (var remark in HeaderText.Remarks(name).Where(r => !HeaderRemarks.IsHint(r, column)))
        {
            if (!column.IsMeasured)
            {
                bag.Add(
                    FileCodes.HeadHint,
                    at,
                    $"列{Diagnostic.Quote(name)}当作“{column.Name}”读取，没有理会括号里的{Diagnostic.Quote(remark)}。请核对。"
                );
            }
            else if (!column.IsNumber || HeadUnit.Parse(remark) is not { } unit)
            {
                bag.Add(FileCodes.HeadRemark, at, HeaderRemarks.Refuse(name, remark, column.Name));
                _sound = false;
            }
            else if (HeaderRemarks.UnitOf(column) is { } own && own != unit.Kind)
            {
                bag.Add(
                    FileCodes.HeadRemark,
                    at,
                    $"列{Diagnostic.Quote(name)}以“{remark}”计，“{column.Name}”却不以它计。请核对这一列是不是“{column.Name}”，再改单位或列名。"
                );
                _sound = false;
            }
            else if (_holdsManyMeasures && unit.Scale != 1m)
            {
                bag.Add(
                    FileCodes.HeadRemark,
                    at,
                    $"列{Diagnostic.Quote(name)}里是各项指标的数，不能都以“{remark}”计。"
                        + "请按指标表的单位换算每一项，再删去括号；或者改用一列一项指标的宽表，在那一列写单位。"
                );
                _sound = false;
            }
            else
            {
                header.Convert(position, name, unit, at, source.Page, bag);
            }
        }
    }

    private void CheckRequired()
    {
        foreach (var column in source.Table.Columns.Where(c => c.IsRequired && header.Map[c.Ordinal] < 0))
        {
            if (column.MaySpread && header.Extras.Count > 0)
            {
                continue;
            }

            bag.Add(
                FileCodes.MissingColumn,
                place,
                $"“{source.Table.Name}”缺少“{column.Name}”一列。" + Suggestion(column)
            );
            _sound = false;
        }
    }

    private void UnknownColumn(string name, SourcePlace at)
    {
        var table = source.Table;
        if (PersonalHeaders.IsPersonal(name))
        {
            // Unread and out of everything: whoever exports it everywhere need not be stopped for it.
            bag.Add(
                PrivacyCodes.PersonalColumn,
                at,
                $"列{Diagnostic.Quote(name)}是个人信息，没有读取，也不会出现在任何地方。文件会传给别人的，请把整列删掉。"
            );
            source.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(name), at.Line);
        }
        else if (PersonalHeaders.IsName(name))
        {
            bag.Add(
                PrivacyCodes.NameColumn,
                at,
                $"列{Diagnostic.Quote(name)}是人的姓名，“{table.Name}”不收。请按单位汇总，或把整列删掉再导出。"
            );
        }
        else
        {
            Ignore(at, name, $"“{table.Name}”没有列{Diagnostic.Quote(name)}，这一列没有读取。" + Suggestion(name));
        }
    }

    /// <summary>The head that means a column in the words of an office, or is nearly its name.</summary>
    private string Suggestion(ColumnSpec column)
    {
        var others = header.Names.Where(n => n.Trim().Length > 0 && source.Table.Find(n) is null).ToList();
        return others.Find(n => OfficeWords.Column(source.Table, n) == column) is { } same
            ? $"是否为“{CellCleaner.Line(same)}”？是的，请把列名改成“{column.Name}”，或运行 fugong import，不改表也能读。"
            : Suggest.Phrase(column.Name, others);
    }

    private string Suggestion(string name) =>
        OfficeWords.Column(source.Table, name) is { } column && header.Map[column.Ordinal] < 0
            ? $"是否为“{column.Name}”？"
            : Suggest.Phrase(name, source.Table.Columns.Select(c => c.Name));

    private void Ignore(SourcePlace at, string name, string message)
    {
        bag.Add(FileCodes.UnknownColumn, at, message);
        source.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(name), at.Line);
    }

    /// <summary>Looks at the lines above the header: personal data, a unit for the whole table, numbers.</summary>
    public static void CheckAbove(List<HeldRow> rows, TableSource source, DiagnosticBag bag)
    {
        var place = source.Place;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Texts.Length; i++)
            {
                var at = place with { Line = row.Line, Column = i + 1 };
                PrivacyGate.Check(row.Texts[i], at, "表头上方", bag);
                if (StatedUnit(row.Texts[i]) is { Scale: not 1m } unit)
                {
                    bag.Add(
                        FileCodes.HeadRemark,
                        at,
                        $"表头上方写着以“{unit.Text}”计，不知道是哪几列。请把单位写进那几列的表头，例如“职工数（万人）”，再删去这里的。"
                    );
                }
            }
        }

        var titles = rows.Where(r => !r.IsBlank).ToList();
        if (titles.Count == 0)
        {
            return;
        }

        var valued = titles.Where(r => Valued(r.Texts) > 1).ToList();
        source.Page.Add(LedgerItem.SkippedRows, "表头上方", titles[0].Line, titles.Count, valued.Count > 0);
        bag.Add(
            FileCodes.TitleRows,
            place with
            {
                Line = titles[0].Line,
            },
            $"表头上方有 {titles.Count} 行标题，没有读取。"
        );
        if (valued.Count > 0)
        {
            bag.Add(
                FileCodes.SkippedValues,
                place with
                {
                    Line = valued[0].Line,
                },
                $"表头上方有 {valued.Count} 行里有数，没有读取。是数据的，请移到表头下面。"
            );
        }
    }

    /// <summary>How many cells hold a number.</summary>
    public static int Valued(IEnumerable<string> cells) =>
        cells.Count(c => c.Length > 0 && NumberCell.TryParse(CellCleaner.Line(c), out _));

    private static HeadUnit? StatedUnit(string cell)
    {
        var text = ReadingFold.Of(CellCleaner.Line(cell)).Replace(" ", "", StringComparison.Ordinal);
        var at = text.IndexOf("单位:", StringComparison.Ordinal);
        return at < 0
            ? null
            : text[(at + 3)..]
                .Split(['、', ',', '，', '/', ';', ')', '。'], StringSplitOptions.RemoveEmptyEntries)
                .Select(HeadUnit.Parse)
                .FirstOrDefault(u => u is { Scale: not 1m });
    }
}
