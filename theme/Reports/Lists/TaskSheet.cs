using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>
/// The board of tasks on one sheet（任务进度表）, for the wall or the leader's desk: where it is stuck, whose turn it is,
/// how many days. Of what does not fit the longest stands and the rest is counted.
/// </summary>
internal static class TaskSheet
{
    // Rows of the two tables, the roomiest version first.
    private static readonly (int Holders, int Matters)[] Rooms = [(12, 24), (12, 16), (10, 10), (8, 5), (6, 2)];

    /// <summary>The versions, the roomiest first; the first that fits a page is printed.</summary>
    public static ImmutableArray<Document> Versions(OfficeEdition edition, OfficePeriod period) =>
        [.. Rooms.Select(room => Compose(edition, period, room.Holders, room.Matters))];

    private static Document Compose(OfficeEdition edition, OfficePeriod period, int holders, int matters)
    {
        var title = $"{period.Period.Title}任务进度表";
        return new Document
        {
            Info = Furniture.Info(edition, title, "任务进度表", Furniture.DateOf(edition, period)),
            Styles = Typography.Report,
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.SheetPage,
                    Numbering = PageNumbering.Hidden,
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, 9),
                    Blocks =
                    [
                        .. Furniture.Opener(
                            $"内部资料　不得公开　·　{title}",
                            period.BoardTitle,
                            period.DataDate,
                            after: 4
                        ),
                        .. period.BoardAnswers.Select(a => new Paragraph([Inline.Hei(a.Question + "　"), a.Answer])
                        {
                            Style = Typography.SheetFinding,
                        }),
                        .. Holders(period.Holders, holders),
                        .. Matters(period, matters),
                        new Paragraph(Furniture.Colophon(edition, period)) { Style = Typography.Fine },
                    ],
                },
            ],
        };
    }

    private static IEnumerable<DocumentBlock> Holders(ImmutableArray<TaskHolder> all, int most)
    {
        if (all.IsEmpty)
        {
            yield break;
        }

        var table = Table.Of(
            Columns([3.2, 0.8, 0.8, 0.8, 0.9, 1], 1..),
            ["在谁手里", "待领办", "待反馈", "待评价", "退回重办", "最久（天）"],
            all.Take(most)
                .Select(h =>
                    (IEnumerable<string>)
                        [
                            h.Name,
                            At(h, ExecutorStage.AwaitingUptake),
                            At(h, ExecutorStage.AwaitingReport),
                            At(h, ExecutorStage.AwaitingAppraisal),
                            At(h, ExecutorStage.Returned),
                            h.Pending > 0 ? Numerals.Count(h.LongestDays) : Numerals.None,
                        ]
                )
        );
        yield return table with
        {
            Title = "在谁手里（单位：件）",
            Notes = Rest(all.Length - most, "家"),
        };

        static string At(TaskHolder holder, ExecutorStage stage) =>
            holder.At(stage) is > 0 and var count ? Numerals.Count(count) : "";
    }

    private static IEnumerable<DocumentBlock> Matters(OfficePeriod period, int most)
    {
        var open = period.OpenMatters;
        if (open.IsEmpty)
        {
            yield break;
        }

        var table = Table.Of(
            Columns([2.3, 2.3, 1, 1.15, 0.75, 1.1], 4..5),
            ["办理单位", "任务", "到哪一步", "要求完成", "天数", "期限"],
            open.Take(most)
                .Select(m =>
                    (IEnumerable<string>)
                        [
                            m.UnitName,
                            m.Name,
                            m.State.Stage.Word(),
                            Numerals.TableDate(m.DueOn),
                            m.State.Days > 0 ? Numerals.Count(m.State.Days) : Numerals.None,
                            m.LeftText,
                        ]
                )
        );
        yield return table with
        {
            Title = $"没有办结的{Numerals.Count(open.Length)}件，最久的在前",
            Notes =
            [
                .. Rest(open.Length - most, "件"),
                "注：待评价的在下达单位手里，从反馈那天算起；退回重办的从退回那天算起；待反馈的从要求完成日期算起。",
            ],
        };
    }

    // Names stand at the left; numbers from the given column on at the right.
    private static ImmutableArray<TableColumn> Columns(double[] shares, Range numbers)
    {
        var (from, count) = numbers.GetOffsetAndLength(shares.Length);
        return
        [
            .. shares.Select(
                (s, n) => TableColumn.Share(s, n >= from && n < from + count ? CellAlignment.Right : CellAlignment.Left)
            ),
        ];
    }

    private static ImmutableArray<Phrase> Rest(int left, string unit) =>
        left > 0 ? [$"另{Numerals.Count(left)}{unit}，全部见任务进度网页和任务台账。"] : [];
}
