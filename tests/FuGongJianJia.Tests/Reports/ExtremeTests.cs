using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// Every kind of document from editions at the edge of what happens: all must be set without anything running over or
/// pointing nowhere.
/// </summary>
public sealed class ExtremeTests
{
    private static readonly OfficeEdition Whole = Sample.Office();

    /// <summary>Names as long as the longest that happen: 66 characters.</summary>
    private static readonly string Long =
        string.Concat(Enumerable.Repeat("示例区东溪镇高新技术产业园区", 4)) + "新就业形态联合工会委员会";

    [Theory]
    [InlineData("long names", 83)]
    [InlineData("one union", 36)]
    [InlineData("no earlier period", 38)]
    [InlineData("nothing but scores", 33)]
    [InlineData("no values at all", 36)]
    [InlineData("300 towns", 365)]
    [InlineData("unions below towns that are not public", 40)]
    [InlineData("one town, no union", 32)]
    public void Every_document_is_sound(string name, int mostPages)
    {
        var office = EditionOf(name);
        var edition = DisclosureControl.Protect(office);
        var period = edition.Latest;
        var options = new ReportOptions();
        Sound("annual", 3, mostPages, [ReportPlan.Annual(edition, period, options)]);
        foreach (var town in period.Towns.Take(4))
        {
            Sound("town", 1, 8, [ReportPlan.Town(edition, period, town, options)]);
        }

        foreach (var union in period.Unions.Take(4))
        {
            Sound("sheet", 1, 2, ReportPlan.Sheet(edition, period, union, options), within: 1);
        }

        foreach (var subject in period.Towns.Take(4).Prepend(period.District))
        {
            Sound(
                "brief",
                1,
                LeaderBrief.MostPages(office),
                ReportPlan.Brief(office, office.Latest, subject, options),
                LeaderBrief.MostPages(office)
            );
            Sound(
                "public brief",
                1,
                LeaderBrief.MostPages(edition),
                ReportPlan.Brief(edition, period, subject, options),
                LeaderBrief.MostPages(edition)
            );
        }

        if (OfficeList.Any(office.Latest))
        {
            Sound("list", 1, 40, [OfficeList.Compose(office, office.Latest)]);
        }

        void Sound(string kind, int fewest, int most, ImmutableArray<Document> versions, int within = int.MaxValue)
        {
            var laid = Printing.FirstWithin(within, versions, TestFonts.Set);
            Assert.True(
                laid.Document.Pages.Length >= fewest && laid.Document.Pages.Length <= most,
                $"{name}, {kind}: {laid.Document.Pages.Length} pages"
            );
            Assert.DoesNotContain(laid.Notices, n => n.Kind is not (NoticeKind.Reduced or NoticeKind.Split));
        }
    }

    private static OfficeEdition EditionOf(string name) =>
        name switch
        {
            "long names" => With(
                Whole,
                Whole.Latest with
                {
                    Towns = [.. Whole.Latest.Towns.Select((t, i) => Named(t, $"{Long}{i}"))],
                    Unions = [.. Whole.Latest.Unions.Select((u, i) => Named(u, $"{Long}{i}"))],
                    District = Named(Whole.Latest.District, Long),
                }
            ),
            "one union" => Sample.Office(unionsPerTown: 1) is var one
                ? With(one, one.Latest with { Towns = one.Latest.Towns[..1], Unions = one.Latest.Unions[..1] })
                : null!,
            "no earlier period" => With(
                Whole,
                Whole.Latest with
                {
                    Base = null,
                    District = Unchanged(Whole.Latest.District),
                    Towns = [.. Whole.Latest.Towns.Select(Unchanged)],
                    Unions = [.. Whole.Latest.Unions.Select(Unchanged)],
                }
            ) with
            {
                Histories = [],
            },
            "nothing but scores" => With(
                Whole,
                Whole.Latest with
                {
                    Tasks = null,
                    Guidance = null,
                    Needs = null,
                    TownNeeds = [],
                    Activities = null,
                    Named = [],
                    Matters = [],
                    Missing = [],
                    Groups = [],
                    Distributions = [],
                }
            ) with
            {
                Commendations = [],
                Cases = [],
                Corrections = [],
                Notes = [],
                Histories = [],
            },
            "no values at all" => With(
                Whole,
                Whole.Latest with
                {
                    District = Empty(Whole.Latest.District),
                    Towns = [.. Whole.Latest.Towns.Select(Empty)],
                    Unions = [.. Whole.Latest.Unions.Select(Empty)],
                    Distributions = [],
                }
            ),
            "300 towns" => With(
                Whole,
                Whole.Latest with
                {
                    Towns =
                    [
                        .. Enumerable
                            .Range(0, 300)
                            .Select(i => Sample.Result($"ZT{i:000}", $"第{i}镇总工会", Level.Town, i)),
                    ],
                    Unions =
                    [
                        .. Enumerable
                            .Range(0, 300)
                            .Select(i => Sample.Result($"ZT{i:000}J1", $"第{i}镇联合工会", Level.Grassroots, i))
                            .Select(u => u with { Organisation = u.Organisation with { Parent = u.Code[..5] } }),
                    ],
                }
            ),
            "unions below towns that are not public" => With(
                Whole,
                Whole.Latest with
                {
                    Towns = Whole.Latest.Towns[..2],
                }
            ),
            "one town, no union" => With(
                Whole,
                Whole.Latest with
                {
                    Towns = Whole.Latest.Towns[..1],
                    Unions = [],
                    Distributions = [],
                    Groups = [],
                }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    private static OfficeEdition With(OfficeEdition edition, OfficePeriod period) =>
        edition with
        {
            Periods = edition.Periods.SetItem(edition.Periods.Length - 1, period),
        };

    private static UnionResult Named(UnionResult union, string name) =>
        union with
        {
            Organisation = union.Organisation with { Name = name, ShortName = name },
            ParentName = Long,
        };

    private static UnionResult Unchanged(UnionResult union) =>
        union with
        {
            Change = null,
            Indexes = [.. union.Indexes.Select(i => i with { Change = null })],
        };

    private static UnionResult Empty(UnionResult union) =>
        union with
        {
            Indexes = [.. union.Indexes.Select(i => new IndexResult(i.Key, null, null, null, null, null))],
            Total = null,
            Grade = null,
            Change = null,
            Coverage = 0,
            Ranking = new Ranking { Group = union.Ranking.Group, Reason = new NotRanked.LowCoverage(0m, 80m) },
            Indicators =
            [
                .. union.Indicators.Select(i => new IndicatorResult
                {
                    Indicator = i.Indicator,
                    State = ObservationState.Missing,
                }),
            ],
        };
}
