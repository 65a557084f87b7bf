using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>二、办理与指导: counts for all, names from 督办 upwards in the internal edition only.</summary>
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
        var named = context.Period.Internal.Guidance.Where(g => context.Covers(g.Town)).ToArray();
        var overdue = context.Period.Internal.Overdue.Where(o => context.Covers(o.Town)).ToArray();
        if (context.IsDistrict)
        {
            var words = string.Concat(period.Tasks?.Finding, period.Guidance?.Finding);
            if (words.Length > 0)
            {
                blocks.Add(new Paragraph(words));
            }
        }
        else if (named.Length > 0 || overdue.Length > 0)
        {
            var counts = string.Join(
                "、",
                Vocabulary
                    .Rungs.Select(r => (r, n: named.Count(g => g.Guidance.Rung == r)))
                    .Where(p => p.n > 0)
                    .Select(p => $"{p.r.Word()}{p.n}件")
            );
            var span = period.Period.ToDateWord is { Length: > 0 } toDate ? toDate : "全年";
            var recent = named.Count(g => g.Guidance.IssuedOn >= period.Period.Start);
            var within =
                period.Period.Start.Month == 1 || named.Length == 0 ? ""
                : recent == 0 ? $"（{period.Period.WithinWord}没有新增）"
                : $"（其中{period.Period.WithinWord}{recent}件）";
            blocks.Add(
                new Paragraph(
                    (counts.Length > 0 ? $"{span}收到{counts}{within}；" : $"{span}没有收到指导；")
                        + (overdue.Length > 0 ? $"逾期未办结任务{overdue.Length}项。" : "没有逾期未办结的任务。")
                )
            );
        }

        if (context.IsPublic)
        {
            return blocks.ToImmutable();
        }

        foreach (var rung in (GuidanceRung[])[GuidanceRung.Summons, GuidanceRung.Supervision])
        {
            var of = named.Where(g => g.Guidance.Rung == rung).ToArray();
            if (of.Length > 0)
            {
                blocks.Add(
                    new Paragraph([
                        Inline.Kai(rung.Word() + "。"),
                        string.Join("；", of.Take(names).Select(Words)) + More(of.Length, names) + "。",
                    ])
                );
            }
        }

        if (overdue.Length > 0)
        {
            // One task may be overdue at many units: it is named once.
            var tasks = overdue.GroupBy(o => (o.Task, o.DaysLate)).ToArray();
            blocks.Add(
                new Paragraph([
                    Inline.Kai("逾期未办结。"),
                    string.Join("；", tasks.Take(names).Select(t => Late([.. t], names)))
                        + More(tasks.Length, names)
                        + "。",
                ])
            );
        }

        return blocks.ToImmutable();
    }

    private static string Words(NamedGuidance item)
    {
        var g = item.Guidance;
        var state =
            g.RectifiedOn is { } mended ? $"{Numerals.Date(mended)}整改完成"
            : g.DueOn is { } due ? $"要求{Numerals.Date(due)}前整改"
            : "整改中";
        return $"{item.OrganisationName}（{g.Matter.TrimEnd('。')}，{state}）";
    }

    private static string Late(ImmutableArray<OverdueTask> units, int names) =>
        $"“{units[0].Name}”逾期{units[0].DaysLate}天：{string.Join("、", units.Take(names).Select(u => u.UnitName))}"
        + (units.Length > names ? $"等{units.Length}家" : "");

    private static string More(int count, int names) => count > names ? $"；等共{count}件，详见内部清单" : "";
}
