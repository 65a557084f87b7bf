using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// What another office would write in a brief of the same tables: every sentence that the rules allow of the district
/// or a town in a period, worked out from raw rows and naive scores. A brief may leave sentences out; it may say no
/// other.
/// </summary>
internal sealed partial class SecondBrief
{
    private const decimal Told = 0.5m;

    private readonly PeriodFacts _p;
    private readonly UnitFacts _self;
    private readonly bool _district;
    private readonly bool _progress;
    private readonly HashSet<string> _sentences = new(StringComparer.Ordinal) { "进展", "问题", "责任", "建议" };

    private SecondBrief(PeriodFacts p, UnitFacts self)
    {
        (_p, _self) = (p, self);
        _district = self.Unit.Level == Level.District;
        _progress = !p.IsGraded && p.Office.Settings.ProRata && Measures(self).Any();
        if (_progress)
        {
            Quarter();
        }
        else
        {
            Year();
        }

        Furniture();
        RedLines();
        Decision();
        Work();
        Problems();
        Holders();
        Advice();
    }

    /// <summary>True when a brief may say it: a whole sentence, or clauses that are joined.</summary>
    public static string? Check(Scene s)
    {
        var brief = Of(
            s.P,
            s.U is { } u && s.Place.EndsWith('/' + u.Unit.Code) ? u : s.P.Unit(s.Place.Split('/')[^1])!
        );
        // What people wrote need only stand there.
        return brief.Allows(s.Said) || Desk.Written.Contains(s.Said, StringComparison.Ordinal)
            ? s.Said
            : brief.Nearest(s.Said);
    }

    /// <summary>The findings that a title may name.</summary>
    public static string? Title(Scene s)
    {
        var brief = Of(s.P, s.P.Unit(s.Place.Split('/')[^1])!);
        return brief.Titles().Contains(s.Said, StringComparer.Ordinal) ? s.Said : string.Join('／', brief.Titles());
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Period, string), SecondBrief> Known =
        new();

    private static SecondBrief Of(PeriodFacts p, UnitFacts self) =>
        Known.GetOrAdd((p.Period, self.Unit.Code), _ => new(p, self));

    private bool Allows(string said) => _sentences.Contains(said) || said.Split('；').All(_sentences.Contains);

    // Of what is meant the sentence that begins most like it.
    private string Nearest(string said) =>
        _sentences.MaxBy(w => w.Zip(said).TakeWhile(c => c.First == c.Second).Count()) ?? "（没有这一事实）";

    private void Add(string? sentence)
    {
        if (!string.IsNullOrEmpty(sentence))
        {
            _sentences.Add(sentence);
        }
    }

    // What stands around it: the note below the table, and to whom it goes.
    private void Furniture()
    {
        if (_p.Period.Kind != PeriodKind.Year)
        {
            Add(_p.Before is null ? "上年没有同期数据，不作同比" : "");
            Add(_progress ? $"序时总指数{Say.Two(_self.Figures.Total)}分，供内部掌握，不评等次、不排名次" : "");
            Add(_p.Period.EndsEarly ? "" : $"{_p.Period.Title[5..]}与全年分两次采集，数字略有出入，以全年为准");
        }

        var to = _p.Office.Settings.Brief;
        foreach (
            var list in _district
                ? new[] { to.ReportTo, to.SendTo, to.DistributeTo }
                : [to.TownReportTo, to.TownSendTo, to.TownDistributeTo]
        )
        {
            Add(string.Join('，', list));
        }
    }

    /// <summary>The row of the table that a matter names.</summary>
    public static bool IsMatter(string name, string said) => Matter(name) == said;

    /// <summary>可提高最多的五项: as many as there are.</summary>
    public static string LossCaption(Scene s) => $"可提高最多的{"零一二三四五"[Losses(s.U!, 5).Count]}项";

    /// <summary>The figure of an item, percent of a share.</summary>
    public static decimal? FigureOf(ItemFacts item) => Figure(item);
}
