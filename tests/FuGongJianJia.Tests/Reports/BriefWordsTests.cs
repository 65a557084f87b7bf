using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// What the briefs of the demo data say, in every period, for the district and every town, in every form.
/// </summary>
public sealed class BriefWordsTests
{
    // Empty, of the machine, of cause, of shame, of blame without a holder, of weak advice.
    private static readonly string[] Never =
    [
        .. "成效显著 再创佳绩 稳步提升 持续向好 亮点 短板 圆满完成 扎实推进 高度重视 进一步 切实 有力 着力 努力 有所提高 有所下降".Split(
            ' '
        ),
        .. "基本持平 一定程度上 总体来看 众所周知 补齐后总指数可增加 得满分 失分 公布的各项 本期 覆盖率 约高于本组".Split(
            ' '
        ),
        .. "因此 使得 带动 得益于 落后单位 垫底 倒数 不合格 拖后腿 警钟 个别单位 有的镇街 部分工会 好转".Split(' '),
        .. "加强 提高认识 抓好落实 尽快 适时 及时 建议考虑 同上 ～".Split(' '),
    ];

    public static TheoryData<OfficialForm> Forms => [OfficialForm.Standard, OfficialForm.Compact];

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_brief_says_a_word_that_says_nothing(OfficialForm form)
    {
        foreach (var words in Everything(form))
        {
            Assert.All(Never, w => Assert.DoesNotContain(w, words, StringComparison.Ordinal));
            Assert.DoesNotMatch("[RGHWX]\\d\\d(?!\\d)", words);
        }
    }

    [Fact]
    public void The_terms_of_what_is_advised_are_those_of_the_settings()
    {
        var office = DemoData.Office;
        var period = office.Latest;
        var date = office.DateOf(period);
        var late = office with
        {
            Settings = office.Settings with
            {
                Brief = new()
                {
                    DaysToSettle = 200,
                    DaysToPlan = 210,
                    MonthsToCatchUp = 8,
                    QuartersToMend = 4,
                },
            },
        };
        string[] before = [Day(date.AddDays(10)), Day(date.AddDays(15)), Day(EndOfMonth(1)), Day(EndOfMonth(3))];
        string[] after = [Day(date.AddDays(200)), Day(date.AddDays(210)), Day(EndOfMonth(8)), Day(EndOfMonth(12))];
        var (usual, changed) = (Advice(office), Advice(late));
        Assert.All(before, d => Assert.Contains(d + "前", usual, StringComparison.Ordinal));
        Assert.All(after, d => Assert.Contains(d + "前", changed, StringComparison.Ordinal));

        // The year ends on the last day of December.
        DateOnly EndOfMonth(int months) => new DateOnly(date.Year + 1, 1, 1).AddMonths(months).AddDays(-1);
        string Day(DateOnly day) => $"{day.Month}月{day.Day}日";
        string Advice(OfficeEdition edition) =>
            string.Concat(BriefComposer.Compose(edition, period, period.District).Of(BriefPart.Advice));
    }

    [Fact]
    public void The_first_paragraph_of_every_brief_of_the_district_answers_the_five_questions()
    {
        foreach (var period in DemoData.Office.Periods)
        {
            foreach (var version in Versions(DemoData.Office, period, period.District))
            {
                var first = First(version);
                // How high; who; which way; red line; what to decide.
                Assert.Matches("总指数[\\d.]+分|全年计量的\\d+项指标", first);
                Assert.True(period.Towns.Count(t => Names(first, t)) >= 2, first);
                Assert.True(
                    period.Base is null && period.Method.IsGraded
                        || Regex.IsMatch(first, "升[\\d.]+分|与上年相当|快于序时"),
                    first
                );
                Assert.Contains("红线：", first, StringComparison.Ordinal);
                Assert.Contains("请定一件事：", first, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_years_first_paragraph_names_the_best_the_weakest_and_who_moved_most()
    {
        foreach (var period in DemoData.Office.Periods.Where(p => p.Base is not null))
        {
            var first = First(Versions(DemoData.Office, period, period.District).Last());
            var ranked = period.Towns.Where(t => t.Ranking.Place is not null).OrderBy(t => t.Ranking.Place).ToList();
            var movers = period.MoversOf(Level.Town);
            Assert.All(
                [ranked[0], ranked[^1], movers.Rising.First(), movers.Falling.First()],
                t => Assert.True(Names(first, t), $"{t.Name}: {first}")
            );
        }
    }

    [Fact]
    public void Advice_has_an_owner_and_a_date()
    {
        foreach (var (period, subject) in Briefs())
        {
            Assert.All(
                BriefComposer.Compose(DemoData.Office, period, subject).Of(BriefPart.Advice),
                advice => Assert.Matches("^[^，\\d][^，]*\\d+月\\d+日前", advice)
            );
        }
    }

    [Fact]
    public void Only_a_towns_own_brief_names_its_unions_and_none_of_anothers()
    {
        foreach (var period in DemoData.Office.Periods)
        {
            var unions = period.EveryUnion.Where(u => u.Organisation.ShortName.Length > 4).ToList();
            foreach (var town in period.PopulationOf(Level.Town).Members)
            {
                var words = string.Concat(Versions(DemoData.Office, period, town).Select(Words));
                Assert.All(
                    unions.Where(u => u.Organisation.Parent != town.Code),
                    u =>
                        Assert.False(
                            words.Contains(u.Name, StringComparison.Ordinal)
                                || words.Contains(u.Organisation.ShortName, StringComparison.Ordinal),
                            $"{period.Period} {town.Name}: {u.Name}"
                        )
                );
            }
        }
    }

    [Fact]
    public void The_public_brief_tells_no_more_than_the_offices_and_names_no_union()
    {
        var edition = DemoData.Edition;
        foreach (var period in edition.Periods)
        {
            var unions = period.Unions.Select(u => u.Organisation.ShortName).Where(n => n.Length > 4).ToList();
            foreach (var subject in period.PopulationOf(Level.Town).Members.Prepend(period.District))
            {
                var words = string.Concat(Versions(edition, period, subject).Select(Words));
                Assert.All(
                    (string[])["未报", "缺报", "约谈", "请定一件事", "未评价", "未反馈", "退回"],
                    w => Assert.DoesNotContain(w, words, StringComparison.Ordinal)
                );
                Assert.All(unions, u => Assert.DoesNotContain(u, words, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Where_there_is_less_room_fewer_facts_are_told_and_none_is_shortened()
    {
        foreach (var (period, subject) in Briefs())
        {
            var all = BriefComposer.Compose(DemoData.Office, period, subject);
            var before = all.Facts.Length;
            foreach (var lines in (int[])[30, 24, 18, 12, 6, 0])
            {
                var some = all.Within(lines, 28);
                Assert.True(some.Facts.Length <= before);
                Assert.All(some.Facts, f => Assert.Contains(f, all.Facts));
                Assert.NotEmpty(some.Of(BriefPart.Opening));
                before = some.Facts.Length;
            }
        }
    }

    private static bool Names(string words, UnionResult unit) =>
        words.Contains(unit.Organisation.ShortName, StringComparison.Ordinal);

    private static IEnumerable<(OfficePeriod Period, UnionResult Subject)> Briefs() =>
        DemoData.Office.Periods.SelectMany(p =>
            p.PopulationOf(Level.Town).Members.Prepend(p.District).Select(u => (p, u))
        );

    private static ImmutableArray<Document> Versions(Edition edition, PeriodEdition period, UnionResult subject) =>
        ReportPlan.Brief(edition, period, subject, new ReportOptions());

    private static IEnumerable<string> Everything(OfficialForm form)
    {
        var edition = DemoData.Office with { Settings = DemoData.Office.Settings with { OfficialForm = form } };
        return Briefs().SelectMany(b => Versions(edition, b.Period, b.Subject)).Select(Words);
    }

    private static string First(Document brief) =>
        brief
            .Sections[0]
            .Blocks.OfType<Paragraph>()
            .Select(p => p.Content.PlainText)
            .First(t => t.EndsWith('。') && !t.StartsWith('按'));

    private static string Words(Document brief) =>
        string.Join(
            '\n',
            brief
                .Sections.SelectMany(s => s.Blocks)
                .Select(b =>
                    b switch
                    {
                        Paragraph p => p.RunIn?.Content.PlainText + p.Content.PlainText,
                        TitleBlock t => t.Content.PlainText,
                        _ => "",
                    }
                )
        );
}
