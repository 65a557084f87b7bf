using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Commendations as a table（表彰名录）, by level, then date.</summary>
internal static class Commended
{
    /// <summary>Those of a period that pass a test.</summary>
    public static ImmutableArray<CommendationView> Of(
        Edition edition,
        Period period,
        Func<CommendationView, bool>? where = null
    ) =>
        [
            .. edition
                .Commendations.Where(c =>
                    c.Commendation.GrantedOn >= period.Start
                    && c.Commendation.GrantedOn <= period.End
                    && (where is null || where(c))
                )
                .OrderBy(c => c.Commendation.Level)
                .ThenBy(c => c.Commendation.GrantedOn)
                .ThenBy(c => c.Commendation.Code, StringComparer.Ordinal),
        ];

    /// <summary>The table.</summary>
    public static Table Table(ImmutableArray<CommendationView> commendations, string title) =>
        new()
        {
            Title = title,
            Look = Typography.Report.Table with
            {
                Text = new()
                {
                    Role = Typesetting.Drawing.FontRole.Song,
                    Size = TypeSize.SmallFive,
                    Leading = 13,
                    Align = TextAlignment.Left,
                },
                Head = new()
                {
                    Role = Typesetting.Drawing.FontRole.Hei,
                    Size = TypeSize.SmallFive,
                    Leading = 13,
                    Align = TextAlignment.Centre,
                },
            },
            Columns =
            [
                TableColumn.Content(CellAlignment.Centre),
                TableColumn.Share(1.6),
                TableColumn.Share(1.1),
                TableColumn.Share(1.3),
                TableColumn.Content(CellAlignment.Centre),
            ],
            Head = [Tables.Head("级别", "对象", "荣誉", "授予单位、文号", "授予日期")],
            Rows = [.. commendations.Select(Row)],
            HeadColumns = 0,
        };

    private static TableRow Row(CommendationView view)
    {
        var c = view.Commendation;
        var recipient =
            view.OrganisationName.Length > 0
            && !string.Equals(view.OrganisationName, c.Recipient, StringComparison.Ordinal)
                ? $"{c.Recipient}（{view.OrganisationName}）"
                : c.Recipient;
        return
        [
            c.Level.Word(),
            recipient,
            c.Honour + (c.Status == CommendationStatus.Announced ? "（公示中）" : ""),
            c.Document is { Length: > 0 } document ? $"{c.Grantor}\n{document}" : c.Grantor,
            Numerals.TableDate(c.GrantedOn),
        ];
    }
}
