using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Reports;

/// <summary>What the briefs of the demo data say, in every period and for the district and every town.</summary>
public sealed class BriefWordsTests
{
    [Fact]
    public void No_text_drawn_in_a_brief_is_cut_off()
    {
        var texts = Briefs()
            .SelectMany(b => ReportPlan.Brief(DemoData.Office, b.Period, b.Subject, new ReportOptions()))
            .SelectMany(d => d.Sections)
            .SelectMany(s => s.Blocks)
            .OfType<Figure>()
            .SelectMany(f => Texts(f.Drawing.Marks))
            .ToArray();
        Assert.Contains(texts, t => t.StartsWith("首次反馈按期", StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain('…', t));
    }

    [Fact]
    public void The_district_answers_with_its_weakest_index_and_says_what_part_of_the_year_it_covers()
    {
        foreach (var (period, district) in Briefs().Where(b => b.Subject == b.Period.District))
        {
            foreach (var version in ReportPlan.Brief(DemoData.Office, period, district, new ReportOptions()))
            {
                var words = version
                    .Sections.SelectMany(s => s.Blocks)
                    .OfType<Paragraph>()
                    .Select(p => p.Content.PlainText)
                    .ToArray();
                Assert.Contains(
                    words,
                    w =>
                        w == period.Finding
                        && w.Contains($"{district.Lowest!.Value.Title()}最低", StringComparison.Ordinal)
                );
                Assert.True(period.Scope.Length == 0 || words.Contains("注：" + period.Scope));
            }
        }
    }

    [Fact]
    public void Only_what_rose_most_or_stands_in_the_top_third_is_praised()
    {
        var (praised, plain) = (0, 0);
        foreach (var (period, subject) in Briefs())
        {
            var words = ReportPlan
                .Brief(DemoData.Office, period, subject, new ReportOptions())[0]
                .Sections.SelectMany(s => s.Blocks)
                .OfType<Paragraph>()
                .Select(p => p.Content.PlainText)
                .SingleOrDefault(w => w.StartsWith("亮点。", StringComparison.Ordinal), "");
            foreach (var index in subject.Indexes)
            {
                var rose = words.Contains($"{index.Key.Title()}升幅最大", StringComparison.Ordinal);
                var leads = words.Contains($"{index.Key.Title()}居本组前列", StringComparison.Ordinal);
                Assert.True(!rose || (index.Rise > 0m && subject.Indexes.All(i => !(i.Rise > index.Rise))), words);
                Assert.True(!leads || (index.IsCompared && index.Place * 3 <= subject.Ranking.Ranked), words);
                praised += rose || leads ? 1 : 0;
            }

            Assert.DoesNotContain("相对较高", words, StringComparison.Ordinal);
            if (subject.Indexes.All(i => !(i.Rise >= 0.05m || i.Place * 3 <= subject.Ranking.Ranked)))
            {
                plain++;
                Assert.DoesNotContain(Vocabulary.Indexes, key => words.Contains(key.Title(), StringComparison.Ordinal));
            }
        }

        Assert.True(praised > 0 && plain > 0, $"{praised}, {plain}");
    }

    private static IEnumerable<(OfficePeriod Period, UnionResult Subject)> Briefs() =>
        DemoData.Office.Periods.SelectMany(p => p.Towns.Prepend(p.District).Select(u => (p, u)));

    private static IEnumerable<string> Texts(IEnumerable<Mark> marks) =>
        marks.SelectMany(m =>
            m switch
            {
                TextMark text => [text.Text],
                GroupMark group => Texts(group.Marks),
                _ => (IEnumerable<string>)[],
            }
        );
}
