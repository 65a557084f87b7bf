using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// A union for each way that a screening can come out: G03 is 必备, X04 一票否决, G05 asked for by the settings, R01 nothing.
/// </summary>
internal static class ScreeningSample
{
    public static Settings Settings { get; } = new() { Commending = new() { Indicators = ["G05"] } };

    public static OfficeEdition Office(Settings? settings = null) =>
        Small.Office(new Dataset { Settings = settings ?? Settings, Periods = [Data] });

    public static PeriodData Data
    {
        get
        {
            var small = new Small()
                .Indicator("R01", RuleKind.TargetRatio, 80, 100)
                .Indicator("G03", RuleKind.Checklist, 4, 60)
                .Indicator("G05", RuleKind.Deduction, 20, 40)
                .Indicator("X04", RuleKind.Deduction, 50, 100);
            Mark(small, "G03", r => r with { Name = "组织健全度", Mandatory = true });
            Mark(
                small,
                "G05",
                r => r with { Name = "经审问题逾期未整改数", Unit = "个", Remedy = "逐条整改审计问题，报销号凭证" }
            );
            Mark(
                small,
                "X04",
                r =>
                    r with
                    {
                        Name = "群体性劳动关系事件",
                        Unit = "起",
                        Veto = true,
                        Nature = IndicatorNature.Event,
                        Publicity = Publicity.SumsOnly,
                    }
            );
            Add(small, "C1", "甲机械有限公司工会", 4, 4, 0, 0);
            Add(small, "C2", "乙印务有限公司工会", 2, 4, 0, 0);
            Add(small, "C3", "丙食品有限公司工会", 4, 4, 3, 0);
            Add(small, "C4", "丁物流有限公司工会", 2, 4, 1, 1);
            Add(small, "C5", "戊中学工会", null, 4, 0, 0);
            Add(small, "C6", "己社区联合工会", 3, 4, 0, 0, OrganisationStatus.New);
            Add(small, "C7", "庚商会工会", 4, 4, 0, 0, OrganisationStatus.Dissolved);
            return small.Data with
            {
                Commendations = [Award("B1", "C1"), Award("B2", "C2"), Award("B3", "C4", CommendationKind.Individual)],
            };
        }
    }

    private static void Mark(Small small, string code, Func<Indicator, Indicator> mark)
    {
        var at = small.Catalogue.FindIndex(r => r.Code == code);
        small.Catalogue[at] = mark(small.Catalogue[at]);
    }

    private static void Add(
        Small small,
        string code,
        string name,
        decimal? done,
        decimal items,
        decimal overdue,
        decimal events,
        OrganisationStatus status = OrganisationStatus.Normal
    )
    {
        small
            .Union(
                code,
                o =>
                    o with
                    {
                        Name = name,
                        ShortName = name,
                        Status = status,
                        Founded = status == OrganisationStatus.New ? new DateOnly(2024, 6, 12) : null,
                    }
            )
            .Ratio(code, "R01", 90, 100)
            .Value(code, "G05", overdue)
            .Value(code, "X04", events);
        if (done is { } count)
        {
            small.Ratio(code, "G03", count, items);
        }
    }

    private static Commendation Award(string code, string union, CommendationKind kind = CommendationKind.Collective) =>
        new()
        {
            Code = code,
            Kind = kind,
            Recipient = "某对象",
            Organisation = union,
            Honour = "模范职工之家",
            Level = HonourLevel.District,
            Grantor = "甲区总工会",
            Document = $"示工发〔2024〕{code[1..]}号",
            GrantedOn = new(2024, 7, 6),
            Status = code == "B1" ? CommendationStatus.Announced : CommendationStatus.Granted,
        };
}
