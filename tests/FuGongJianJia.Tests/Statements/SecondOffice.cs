using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// Another office that has the same tables and works everything out by itself: raw files read by <see cref="RawFolder"/>,
/// scored by <see cref="NaiveMethod"/>. From the product it takes the settings, and from its open data only what is
/// withheld.
/// </summary>
internal sealed class SecondOffice
{
    private readonly Dictionary<Period, PeriodFacts> _periods = [];
    private readonly Dictionary<(Period, string, string), RawRow> _open = [];
    private List<RawRow>? _activities;
    private List<RawRow>? _honours;

    /// <param name="raw">The files.</param>
    /// <param name="settings">Settings of input/site.yml.</param>
    /// <param name="openData">Open data by path below site/.</param>
    public SecondOffice(RawFolder raw, Settings settings, IReadOnlyDictionary<string, byte[]> openData)
    {
        (Raw, Settings) = (raw, settings);
        Sizes = openData.Values.Select(b => $"{Math.Max(1, (b.Length + 512) / 1024)}").ToHashSet(StringComparer.Ordinal);
        var withheld = new HashSet<(Period, string, string)>();
        foreach (var period in raw.Periods)
        {
            foreach (var row in RawFolder.Csv(openData[$"data/{period}/indicators.csv"]))
            {
                _open[(period, row["组织编码"], row["指标编码"])] = row;
                if (row["状态"] == "已报" && row["得分"].Length == 0)
                {
                    withheld.Add((period, row["组织编码"], row["指标编码"]));
                }
            }
        }

        var data = raw.Dataset(settings);
        Method = new NaiveMethod(data, (p, unit, code) => withheld.Contains((p, unit, code)));
        foreach (var period in data.Periods)
        {
            _periods[period.Period] = new PeriodFacts(this, period, _periods.GetValueOrDefault(period.Period.YearBefore));
        }
    }

    public RawFolder Raw { get; }

    /// <summary>Sizes of the files of open data, in KB.</summary>
    public HashSet<string> Sizes { get; }

    public Settings Settings { get; }

    public NaiveMethod Method { get; }

    public IEnumerable<PeriodFacts> Periods => _periods.Values.OrderBy(p => p.Period);

    /// <summary>The period the site opens with: the newest year.</summary>
    public PeriodFacts Newest => Periods.Last(p => p.Period.Kind == PeriodKind.Year);

    public PeriodFacts Of(Period period) => _periods[period];

    /// <summary>How many cases there are.</summary>
    public int Cases => Directory.EnumerateFiles(Repository.PathOf("input", "cases"), "*.md").Count();

    /// <summary>All rows of 更正.</summary>
    public List<RawRow> Corrections => [.. Raw.Periods.SelectMany(p => Raw.Rows(p, "更正"))];

    /// <summary>Each activity once, though the parts of a year tell it again; the years' rows.</summary>
    public List<RawRow> Activities =>
        _activities ??= [.. Raw.Periods.SelectMany(p => Raw.Rows(p, "活动")).DistinctBy(r => r["活动编码"])];

    /// <summary>Honours that may be told: the newest row of each, those withdrawn left out.</summary>
    public List<RawRow> Honours => _honours ??= Honoured();

    /// <summary>Name of an organisation in the newest period that has it.</summary>
    public string NameOf(string code) =>
        Periods.Reverse().Select(p => p.Unit(code)?.Unit.Name).FirstOrDefault(n => n is not null) ?? code;

    private List<RawRow> Honoured()
    {
        var newest = Raw.Periods.Reverse().SelectMany(p => Raw.Rows(p, "表彰")).DistinctBy(r => r["表彰编码"]).ToList();
        var withdrawn = newest.Where(r => r["状态"] == "已撤销").Select(Of).ToHashSet();
        return [.. newest.Where(r => !withdrawn.Contains(Of(r))).DistinctBy(Of)];

        static (string, string, string, string) Of(RawRow r) =>
            (r["对象名称"], r["荣誉名称"], r["授予单位"], r["授予日期"]);
    }

    /// <summary>The row of open data: how what is withheld is marked.</summary>
    public RawRow? Open(Period period, string unit, string code) => _open.GetValueOrDefault((period, unit, code));
}

/// <summary>What a period comes to.</summary>
internal sealed class PeriodFacts
{
    private readonly Dictionary<string, UnitFacts> _units;
    private readonly Dictionary<string, UnitFacts> _names = new(StringComparer.Ordinal);
    private readonly Lazy<List<TaskFacts>> _tasks;
    private readonly Lazy<Dictionary<string, (int Best, int Worst, string Most)>> _ranges;

    public PeriodFacts(SecondOffice office, PeriodData data, PeriodFacts? before)
    {
        (Office, Data, Before) = (office, data, before);
        _units = data.Organisations.ToDictionary(
            o => o.Code,
            o => new UnitFacts(this, o, office.Method.Items(data, o)),
            StringComparer.Ordinal
        );
        foreach (var unit in _units.Values.OrderBy(u => u.Unit.Code, StringComparer.Ordinal))
        {
            _names.TryAdd(unit.Unit.Name, unit);
        }

        foreach (var unit in _units.Values.OrderBy(u => u.Unit.Code, StringComparer.Ordinal))
        {
            _names.TryAdd(unit.Unit.ShortName, unit);
        }

        Rank();
        foreach (var unit in _units.Values)
        {
            unit.Compare(before);
        }

        Move();
        _ranges = new(() => Ranges.Of(this));
        _tasks = new(() => TaskFacts.Of(this));
    }

    /// <summary>Tasks by code.</summary>
    public List<TaskFacts> Tasks => _tasks.Value;

    public SecondOffice Office { get; }

    public PeriodData Data { get; }

    public PeriodFacts? Before { get; }

    public Period Period => Data.Period;

    public IEnumerable<UnitFacts> All => _units.Values;

    public UnitFacts District => All.First(u => u.Unit.Level == Level.District);

    /// <summary>Public units of a level that stand.</summary>
    public IEnumerable<UnitFacts> Standing(Level level) =>
        All.Where(u => u.Unit.Level == level && u.Unit.IsPublic && u.Stands)
            .OrderBy(u => u.Unit.Code, StringComparer.Ordinal);

    /// <summary>Units of a level that stand and are not public.</summary>
    public int Hidden(Level level) => All.Count(u => u.Unit.Level == level && !u.Unit.IsPublic && u.Stands);

    public bool IsGraded => Office.Settings.GradesEarly || Period.End.Month == 12;

    public UnitFacts? Unit(string code) => _units.GetValueOrDefault(code);

    /// <summary>A unit by its full or short name.</summary>
    public UnitFacts? Named(string name) => _names.GetValueOrDefault(name);

    /// <summary>Range of places, and the indicator that moves the total most.</summary>
    public (int Best, int Worst, string Most)? RangeOf(UnitFacts unit) =>
        _ranges.Value.TryGetValue(unit.Unit.Code, out var range) ? range : null;

    private void Rank()
    {
        var settings = Office.Settings;
        var places = NaiveMethod.Places(Data, _units.ToDictionary(u => u.Key, u => u.Value.Figures), settings);
        foreach (
            var group in All.Where(u => places.ContainsKey(u.Unit.Code)).GroupBy(u => u.Group, StringComparer.Ordinal)
        )
        {
            var members = group.ToList();
            foreach (var unit in members)
            {
                (unit.Place, unit.Ranked) = (places[unit.Unit.Code], members.Count);
                unit.Tied = members.Count(m => m.Figures.Total == unit.Figures.Total) > 1;
                unit.IsRanked = true;
            }

            for (var k = 0; k < 5; k++)
            {
                var compared = members.Select(m => m.Compared(k)).OfType<decimal>().ToList();
                foreach (var unit in All.Where(u => u.Group == group.Key && compared.Count > 0))
                {
                    unit.GroupMedians[k] = Quantile(compared, 0.5m);
                }

                foreach (var unit in members)
                {
                    unit.IndexPlaces[k] = unit.Compared(k) is { } own ? 1 + compared.Count(v => v > own) : null;
                }
            }
        }
    }

    // Places are told to have moved only where the very same units were ranked in both periods.
    private void Move()
    {
        if (Before is null)
        {
            return;
        }

        foreach (var group in All.Where(u => u.IsRanked).GroupBy(u => u.Group, StringComparer.Ordinal))
        {
            var earlier = Before
                .All.Where(u => u.IsRanked && u.Group == group.Key)
                .Select(u => u.Unit.Code)
                .ToHashSet(StringComparer.Ordinal);
            if (
                group.All(u => u.Former is not null)
                && earlier.SetEquals(group.Select(u => u.Former!.Code))
                && earlier.Count == group.Count()
            )
            {
                foreach (var unit in group)
                {
                    unit.Moved = Before.Unit(unit.Former!.Code)!.Place - unit.Place;
                }
            }
        }
    }

    /// <summary>A quantile between the two nearest values, to two decimals.</summary>
    public static decimal Quantile(IEnumerable<decimal> values, decimal share, int decimals = 2)
    {
        var sorted = values.Order().ToList();
        var at = (sorted.Count - 1) * share;
        var (low, rest) = ((int)at, at - (int)at);
        var value = sorted[low] + (rest == 0 ? 0 : rest * (sorted[low + 1] - sorted[low]));
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}

/// <summary>What one unit comes to in a period.</summary>
internal sealed class UnitFacts
{
    public UnitFacts(PeriodFacts period, Organisation unit, List<NaiveMethod.Item> items)
    {
        (Period, Unit) = (period, unit);
        var method = period.Office.Method;
        // Of a unit that stands no more only what it reported is told.
        Figures = method.Of(items);
        Exact = method.Totals(method.Scored(items));
        Items =
        [
            .. items
                .Where(i => Stands || i.State is "已报" or "保护")
                .Select(i => new ItemFacts(this, i))
                .OrderBy(i => i.Item.Row.Index)
                .ThenBy(i => i.Code, StringComparer.Ordinal),
        ];
    }

    public PeriodFacts Period { get; }

    public Organisation Unit { get; }

    public List<ItemFacts> Items { get; }

    public NaiveMethod.Figures Figures { get; }

    public (Exact? Total, Exact?[] Indexes) Exact { get; }

    public bool Stands => Unit.Status is OrganisationStatus.Normal or OrganisationStatus.New;

    public string Group => NaiveMethod.Group(Unit);

    public bool IsRanked { get; set; }

    public int? Place { get; set; }

    public bool Tied { get; set; }

    public int Ranked { get; set; }

    public int? Moved { get; set; }

    public int?[] IndexPlaces { get; } = new int?[5];

    public decimal?[] GroupMedians { get; } = new decimal?[5];

    /// <summary>The one unit it was before; null where there were several or none.</summary>
    public Organisation? Former { get; private set; }

    public decimal? FormerTotal { get; private set; }

    public decimal? Headline { get; private set; }

    public decimal? Comparable { get; private set; }

    public decimal Catalogue { get; private set; }

    public decimal Coverage { get; private set; }

    public decimal?[] IndexChanges { get; } = new decimal?[5];

    /// <summary>The same without events; null where nothing else is common.</summary>
    public decimal?[] WorkChanges { get; } = new decimal?[5];

    public Dictionary<string, decimal> ItemChanges { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Breaks { get; } = new(StringComparer.Ordinal);

    public int Counted(int index) => Items.Count(i => (int)i.Item.Row.Index == index && i.Item.State == "已报");

    public bool IsBelow(UnitFacts top)
    {
        for (var at = Unit; at.Parent is { } parent; at = Period.Unit(parent)!.Unit)
        {
            if (parent == top.Unit.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An index that takes part in places and medians.</summary>
    public decimal? Compared(int index) =>
        Counted(index) == 1 && !Period.Office.Settings.ComparesSingles ? null : Figures.Indexes[index];

    public bool IsThin => Figures.Coverage < Period.Office.Settings.RankMinimumCoverage;

    public ItemFacts? Item(string code) => Items.Find(i => i.Code == code);

    /// <summary>What can be earned, the largest gain first.</summary>
    public IEnumerable<ItemFacts> Losses =>
        Items
            .Where(i => i.Lost > 0m)
            .OrderByDescending(i => i.Gain)
            .ThenByDescending(i => i.Lost)
            .ThenBy(i => i.Code, StringComparer.Ordinal);

    public IEnumerable<ItemFacts> Missing => Items.Where(i => i.Item.State == "缺报");

    public int? Lowest
    {
        get
        {
            var valued = Enumerable.Range(0, 5).Where(k => Figures.Indexes[k] is not null).ToList();
            return valued.Count < 2 ? null : valued.MinBy(k => Figures.Indexes[k]);
        }
    }

    public string? Grade(decimal? value) =>
        value is not { } v || !Period.IsGraded ? null : Say.Grade(v, Period.Office.Settings.GradeBands);

    public void Compare(PeriodFacts? before)
    {
        var method = Period.Office.Method;
        if (before is null || method.Past(Period.Data, Unit, before.Data) is not { } past)
        {
            return;
        }

        Former = before.Data.Organisations.Contains(past.Before) ? past.Before : null;
        var today = Items.ConvertAll(i => i.Item);
        FormerTotal = method.Of(past.Items).Total;
        foreach (var item in today)
        {
            var old = past.Items.Find(p => p.Code == item.Code);
            if (old is null || old.Row.Version != item.Row.Version)
            {
                Breaks.Add(item.Code);
            }
        }

        if (Figures.Total is not { } total || FormerTotal is not { } then)
        {
            return;
        }

        Headline = total - then;
        (Catalogue, Coverage) = method.Split(Period.Data, Unit, today, past.Items);
        Comparable = method.Comparable(Period.Data, Unit, today, past.Items);
        var common = new List<(NaiveMethod.Item Now, Exact Then)>();
        foreach (var item in today.Where(i => i.State == "已报"))
        {
            var old = past.Items.Find(p =>
                p.Code == item.Code && p.State == "已报" && p.Row.Version == item.Row.Version
            );
            if (old is not null && method.Score(Period.Data, Unit, item.Row, old.Value!) is { } score)
            {
                common.Add((item, score));
                if (item.Row.Nature != IndicatorNature.Event)
                {
                    ItemChanges[item.Code] = item.Score!.Value.Round() - score.Round();
                }
            }
        }

        if (common.Count == 0)
        {
            return;
        }

        Changes(common, IndexChanges);
        Changes(common.FindAll(c => c.Now.Row.Nature != IndicatorNature.Event), WorkChanges);

        void Changes(List<(NaiveMethod.Item Now, Exact Then)> pairs, decimal?[] into)
        {
            var now = method.Totals(pairs.Select(c => (c.Now.Row.Index, Of(c.Now), c.Now.Score!.Value))).Indexes;
            var old = method.Totals(pairs.Select(c => (c.Now.Row.Index, Of(c.Now), c.Then))).Indexes;
            for (var k = 0; k < 5; k++)
            {
                into[k] = now[k]?.Round() - old[k]?.Round();
            }
        }

        static Exact Of(NaiveMethod.Item item) => Scoring.Exact.Of(item.Row.Weight);
    }
}

/// <summary>What one indicator of a unit comes to.</summary>
internal sealed class ItemFacts(UnitFacts unit, NaiveMethod.Item item)
{
    public UnitFacts Unit => unit;

    public NaiveMethod.Item Item => item;

    public string Code => item.Code;

    public string Name => item.Row.Name;

    public decimal Weight => item.Row.Weight;

    public int Index => (int)item.Row.Index;

    public bool IsScored => item.State == "已报";

    /// <summary>已报, 缺报, 存疑, 不适用; what is withheld was reported.</summary>
    public string State =>
        item.State == "保护" ? "已报"
        : item.State == "缺报"
        && unit.Period.Data.Observations.Any(o =>
            o.Organisation == unit.Unit.Code
            && o.Indicator == Code
            && o.State == ObservationState.Doubtful
        )
            ? "存疑"
        : item.State;

    public bool IsWithheld => item.State == "保护";

    /// <summary>Put together from below: also where what came of it is withheld.</summary>
    public bool IsPooled =>
        item.Pool is not null
        || (
            IsWithheld
            && unit.Unit.Level != Level.Grassroots
            && !unit.Period.Data.Observations.Any(o =>
                o.Organisation == unit.Unit.Code && o.Indicator == Code && o.State == ObservationState.Reported
            )
        );

    public string WithheldWord => item.Row.Publicity is Publicity.SumsOnly or Publicity.Nothing ? "不公布" : "小数保护";

    /// <summary>Only its score is told.</summary>
    public bool IsVeiled => IsScored && item.Row.Publicity == Publicity.ScoreOnly && unit.Unit.Level == Level.Grassroots;

    public decimal? Score => IsScored ? item.Score!.Value.Round() : null;

    public decimal? Points => IsScored ? (item.Score!.Value * Exact.Of(Weight) / 100).Round() : null;

    public decimal? Lost => Weight - Points;

    /// <summary>Target that is due by the end of the period.</summary>
    public decimal Due =>
        (unit.Period.Office.Method.DueOf(unit.Period.Data, unit.Unit, item.Row) * 100).Round() / 100m;

    public bool IsRatio => item.Value is { Numerator: not null, Denominator: > 0m };

    public bool IsPercent =>
        IsRatio
        || (
            item.Value is { Value: not null, Word: null }
            && item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Checklist
        )
        || (item.Row.Rule.Kind == RuleKind.Tiers && item.Row.Unit == "%");

    /// <summary>What a share is of: money is told from its words.</summary>
    public string PartUnit =>
        new[] { "经费", "金额", "缴额" }.Any(w =>
            item.Row.Name.Contains(w, StringComparison.Ordinal)
            || item.Row.Definition.Contains(w, StringComparison.Ordinal)
        )
            ? "元"
            : "";

    public bool IsApproximate =>
        item.Pool is { } pool
            ? unit.Period.Data.Observations.Any(o =>
                o.Approximate
                && o.Indicator == Code
                && unit.Period.Unit(o.Organisation) is { Stands: true } below
                && below.Unit.Level == pool.Level
                && below.IsBelow(unit)
            )
            : item.Value?.Approximate == true;

    /// <summary>数值 with its unit.</summary>
    public string Value =>
        IsWithheld || IsVeiled ? Open["数值"]
        : item.Value is not { } value || !IsScored ? (State == "不适用" ? "/" : "—")
        : (IsApproximate ? "约" : "") + Figure(value);

    /// <summary>What was reported, also where the public does not see it: for the office's own lists.</summary>
    public string Shown
    {
        get
        {
            var own = unit.Period.Data.Observations.FirstOrDefault(o =>
                o.Organisation == unit.Unit.Code && o.Indicator == Code
            );
            return (own ?? item.Value) is { } value ? Figure(value) : "—";
        }
    }

    private string Figure(Observation value) =>
        value switch
        {
            { Numerator: { } n, Denominator: > 0m and var d } => Say.Two(Say.Half(n * 100m / d, 2)) + "%",
            { Word: { } word } => word,
            { Value: { } v } => item.Row.Rule.Kind == RuleKind.YesNo ? (v == 1m ? "是" : "否")
            : IsPercent ? Say.Two(v) + "%"
            : Say.Thousands(v) + item.Row.Unit,
            _ => "—",
        };

    public string Fraction =>
        IsWithheld || IsVeiled ? (Open["分子"].Length > 0 ? $"{Open["分子"]}/{Open["分母"]}" : "")
        : IsScored && IsRatio
            ? $"{Say.Thousands(item.Value!.Numerator!.Value)}/{Say.Thousands(item.Value.Denominator!.Value)}{PartUnit}"
        : "";

    /// <summary>≥95%, 12场, 分档, 0起, 是, 全部完成.</summary>
    public string Target =>
        item.Row.Rule.Kind switch
        {
            RuleKind.TargetRatio => $"≥{Say.Plain(Due)}%",
            RuleKind.Count => Say.Plain(Due) + (item.Row.Unit == "%" ? "" : item.Row.Unit),
            RuleKind.Tiers => "分档",
            RuleKind.Deduction => "0" + item.Row.Unit,
            RuleKind.YesNo => "是",
            _ => "全部完成",
        };

    public RawRow Open => unit.Period.Office.Open(unit.Period.Period, unit.Unit.Code, Code)!;

    /// <summary>What full marks would add to the total.</summary>
    public decimal? Gain
    {
        get
        {
            if (!IsScored || item.Row.Nature == IndicatorNature.Event)
            {
                return null;
            }

            var weights = unit.Period.Office.Settings.IndexWeights;
            var sum = (Exact)0;
            for (var k = 0; k < 5; k++)
            {
                sum = unit.Exact.Indexes[k] is null ? sum : sum + Exact.Of(weights[k]);
            }

            var inIndex = unit
                .Items.Where(i => i.Index == Index && i.IsScored)
                .Aggregate((Exact)0, (a, i) => a + Exact.Of(i.Weight));
            return (Exact.Of(weights[Index]) * Exact.Of(Weight) * (100 - item.Score!.Value) / (inIndex * sum)).Round();
        }
    }
}
