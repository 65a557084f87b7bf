using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>二、办理与指导: counts for all, names in the internal edition only, of 督办 that is not settled and of 约谈.</summary>
internal static class BriefGuidance
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        // Counts of one town would name it: only the district's stand in a public edition.
        if (context is { IsPublic: true, IsDistrict: false })
        {
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var period = context.Period;
        var names = context.Short ? 3 : 6;
        var named = context.Office?.Named.Where(g => context.Covers(g.Town)).ToArray() ?? [];
        var pending = context.Office?.Pending.Where(m => context.Covers(m.Town)).ToArray() ?? [];
        if (context.IsDistrict)
        {
            var words = string.Concat(period.Tasks?.Finding, period.Guidance?.Finding);
            if (words.Length > 0)
            {
                blocks.Add(new Paragraph(words));
            }
        }
        else if (named.Length > 0 || pending.Length > 0)
        {
            var counts = string.Join(
                "、",
                Vocabulary
                    .Rungs.Select(r => (r, n: named.Count(g => g.Rung == r)))
                    .Where(p => p.n > 0)
                    .Select(p => $"{p.r.Word()}{p.n}件")
            );
            var span = period.Period.ToDateWord is { Length: > 0 } toDate ? toDate : "全年";
            var recent = named.Count(g => g.IssuedOn >= period.Period.Start);
            var within =
                period.Period.Start.Month == 1 || named.Length == 0 ? ""
                : recent == 0 ? $"（{period.Period.WithinWord}没有新增）"
                : $"（其中{period.Period.WithinWord}{recent}件）";
            blocks.Add(
                new Paragraph(
                    (counts.Length > 0 ? $"{span}收到{counts}{within}；" : $"{span}没有收到指导；")
                        + (pending.Length > 0 ? $"任务中{MatterWords.Counts(pending)}。" : "没有待办和逾期的任务。")
                )
            );
        }

        if (context.IsPublic)
        {
            return blocks.ToImmutable();
        }

        foreach (var rung in (GuidanceRung[])[GuidanceRung.Summons, GuidanceRung.Supervision])
        {
            // A leader reads on what is not settled, at the rung it reached; a summons is told even when it is settled.
            var of = named
                .Where(g =>
                    g.Rung == rung
                    && (rung == GuidanceRung.Summons || IsOpen(g, context.Office!))
                    && !named.Any(higher => IsSameMatter(g, higher) && higher.Rung > g.Rung)
                )
                .ToArray();
            if (of.Length > 0)
            {
                blocks.Add(
                    new Paragraph([
                        Inline.Kai(rung.Word() + "。"),
                        string.Join("；", of.Take(names).Select(g => Words(g, context.Office!)))
                            + More(of.Length, names)
                            + "。",
                    ])
                );
            }
        }

        if (pending.Length > 0)
        {
            var tasks = pending
                .GroupBy(m => m.Task, StringComparer.Ordinal)
                .OrderByDescending(t => t.Max(m => m.State.Days))
                .ThenBy(t => t.Key, StringComparer.Ordinal)
                .ToArray();
            var (self, year) = (context.Subject.Code, period.Period.Year);
            blocks.Add(
                new Paragraph([
                    Inline.Kai("逾期和待办。"),
                    string.Concat(tasks.Take(names).Select(t => MatterWords.Pending([.. t], self, year, names) + "。")),
                    tasks.Length > names ? $"等共{tasks.Length}项，详见内部清单。" : "",
                ])
            );
        }

        return blocks.ToImmutable();
    }

    private static string Words(NamedGuidance g, OfficePeriod period)
    {
        var state =
            g.RectifiedOn is { } on ? $"台账记{Numerals.Date(on)}整改完成"
            : g.DueOn is { } due ? $"要求{Numerals.Date(due)}前整改"
            : "整改中";
        var task = HeldBy(g, period)?.State.Text;
        return $"{g.OrganisationName}（{g.Matter.TrimEnd('。')}，{state}{(task is null ? "" : $"，任务{task}")}）";
    }

    // What the ledger calls rectified may still lie with the unit.
    private static TaskMatter? HeldBy(NamedGuidance g, OfficePeriod period) =>
        period.Matters.FirstOrDefault(m => m.Task == g.Task && m.Holder == g.Organisation);

    private static bool IsOpen(NamedGuidance g, OfficePeriod period) =>
        g.RectifiedOn is null || HeldBy(g, period) is not null;

    private static bool IsSameMatter(NamedGuidance one, NamedGuidance other) =>
        (one.Organisation, one.Task, one.Matter) == (other.Organisation, other.Task, other.Matter);

    private static string More(int count, int names) => count > names ? $"；等共{count}件，详见内部清单" : "";
}
