using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Tabular;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>
/// Internal list for the office（内部清单）: who stands on which rung, with whom a task lies, what is missing, what
/// contradicts what, by town, and every place with its range.
/// The PDF and the CSV files hold the same rows, but of the places only the towns' are printed.
/// </summary>
internal static class OfficeList
{
    /// <summary>True when the period has anything to list.</summary>
    public static bool Any(OfficePeriod period) =>
        period.Named.Length + period.Matters.Length + period.Missing.Length > 0
        || period.NeedMatters.Length + period.Registers.Events.Length > 0
        || period.Discrepancies.Length > 0
        || period.Screening is { Units.IsEmpty: false }
        || period.Groups.Any(g => g.Ranked > 0);

    /// <summary>The PDF.</summary>
    public static Document Compose(OfficeEdition edition, OfficePeriod period)
    {
        var title = $"{period.Period.Title}名次、指导、逾期、缺报与勾稽清单";
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Paragraph([
                edition.Settings.Brief.Notice.Length > 0 ? edition.Settings.Brief.Notice : "内部资料",
                Inline.Spring,
                Numerals.Date(Furniture.DateOf(edition, period)),
            ])
            {
                Style = Typography.Kicker,
            }
        );
        blocks.Add(new TitleBlock(title) { Style = Typography.CoverTitle with { Size = TypeSize.Two, Leading = 32 } });
        blocks.Add(
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                Before = 6,
                After = 4,
            }
        );
        var part = 0;
        Add(OfficeTables.Towns(period), [0.6, 1.6, 0.8, 0.8, 0.7, 0.7, 1.2], 0, 2, 3, 4, 5);
        Add(OfficeTables.Guidance(period), [1.05, 2.2, 0.5, 2, 0.85, 0.85, 0.85, 0.9, 1, 0.8]);
        Add(OfficeTables.Overdue(period), [1, 2, 2.2, 0.9, 0.9, 0.6, 0.6], 5, 6);
        Add(OfficeTables.Missing(period), [1, 2, 4, 0.4, 1.4], 3);
        Add(OfficeTables.Discrepancies(period), [0.6, 2, 1.8, 3, 3]);
        return new Document
        {
            Info = Furniture.Info(edition, title, "内部清单", Furniture.DateOf(edition, period)),
            Styles = Typography.Report,
            Sections =
            [
                new DocumentSection
                {
                    Page = PageSetup.OfficialLandscape with
                    {
                        Top = Units.Mm(24),
                        Bottom = Units.Mm(22),
                        Inner = Units.Mm(22),
                        Outer = Units.Mm(22),
                    },
                    Blocks = blocks.ToImmutable(),
                    Header = Furniture.Head(edition, "内部资料　不得公开", title),
                    Numbering = PageNumbering.Official with { Size = TypeSize.Five },
                },
            ],
        };

        void Add(OfficeTable list, double[] shares, params int[] numbers)
        {
            var (name, head) = (list.Title, list.Columns.Select(c => c.Name).ToImmutableArray());
            ImmutableArray<string>[] all =
            [
                .. list.Rows.Select(r => r.Select((c, i) => Text(c, list.Columns[i].Format)).ToImmutableArray()),
            ];
            if (all.Length == 0)
            {
                return;
            }

            // A last column that nobody filled in takes no room on paper.
            if (all.All(r => r[^1].Length == 0))
            {
                (head, shares) = (head[..^1], shares[..^1]);
                all = [.. all.Select(r => r[..^1])];
            }

            blocks.Add(
                new SectionHeading(1, name)
                {
                    Number = Numerals.Han(++part) + "、",
                    Style = Typography.Report.Headings[1],
                }
            );
            var table = Table.Of(
                [
                    .. shares.Select(
                        (s, n) => TableColumn.Share(s, numbers.Contains(n) ? CellAlignment.Right : CellAlignment.Left)
                    ),
                ],
                head,
                all.Select(r => r.AsEnumerable())
            );
            blocks.Add(table with { Title = $"{name}（{all.Length}条）" });
        }
    }

    // Figures as elsewhere on paper; a dash where there is none.
    private static string Text(object? value, SheetFormat format) =>
        value switch
        {
            null => Numerals.None,
            string text => text,
            bool truth => truth ? "是" : "否",
            DateOnly date => Numerals.TableDate(date),
            decimal number when format == SheetFormat.Score => Numerals.Score(number),
            int count => Numerals.Count(count),
            _ => Numerals.Plain((decimal)value),
        };
}
