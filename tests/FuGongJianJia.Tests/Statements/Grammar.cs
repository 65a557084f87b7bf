using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What a statement stands in: whose page or paper, which period, what was last spoken of.</summary>
internal sealed record Scene(SecondOffice Office, string Place)
{
    public PeriodFacts P { get; set; } = null!;

    public UnitFacts? U { get; set; }

    /// <summary>Pages that people wrote, and of those the manual of the tool.</summary>
    public bool IsWritten =>
        IsTool
        || new[] { "cases/", "about/", "privacy/", "accessibility/", "preface", "plan" }.Any(p =>
            Place.StartsWith(p, StringComparison.Ordinal)
        );

    public bool IsTool => Place.StartsWith("docs/", StringComparison.Ordinal);

    /// <summary>Number of the index.</summary>
    public int? K { get; set; }

    /// <summary>Code of the indicator.</summary>
    public string? Code { get; set; }

    /// <summary>Level of the units spoken of.</summary>
    public Level? Level { get; set; }

    /// <summary>Another period that was named.</summary>
    public Period? Other { get; set; }

    /// <summary>What the sentence has spoken of so far, by a name of the grammar's own.</summary>
    public string Topic { get; set; } = "";

    /// <summary>The row of a table as it stands, and what in the raw tables it speaks of.</summary>
    public IReadOnlyList<string> Row { get; set; } = [];

    public RawRow? Raw { get; set; }

    public List<RawRow> Rows { get; set; } = [];

    /// <summary>Rows of the table whose note it is.</summary>
    public int Shown { get; set; }

    /// <summary>Title of the programme whose section of a book it stands in.</summary>
    public string Programme { get; set; } = "";

    public TaskFacts? Task { get; set; }

    public Catalogue.Indicator? Indicator { get; set; }

    /// <summary>What the slot under check says: for facts that take one of several forms.</summary>
    public string Said { get; set; } = "";

    public ItemFacts? Item => Code is null ? null : U?.Item(Code);
}

/// <summary>Words of one kind on a page or paper.</summary>
/// <param name="Kind">句, 题, 图, 格 …: what coverage is counted by.</param>
/// <param name="Text">The words.</param>
/// <param name="Scene">Where they stand.</param>
internal sealed record Statement(string Kind, string Text, Scene Scene);

/// <summary>
/// A shape of a clause: words with slots. A slot either names what is spoken of ({u} unit, {k} index, {t} the total,
/// {i} indicator, {l} level, {p} period) or holds a claim ({n} number, {w} word, {x} words within a clause, {z} any,
/// {=a|b} one of), which must equal the fact of its turn.
/// </summary>
internal sealed partial class Shape
{
    private static readonly Dictionary<string, string> Slots = new()
    {
        ["n"] = @"[+−-]?\d[\d,]*(?:\.\d+)?",
        ["w"] = @"[^，。；：（）、“”]+?",
        ["x"] = @"[^，。；：]+?",
        ["z"] = @".+?",
        ["u"] = @"[^，。；：、（）“”]+?",
        ["k"] = @"(?:红色|规范|活力|温暖|和谐)",
        ["t"] = "总指数",
        ["l"] = "镇街|基层工会|基层",
        ["i"] = @"(?:[^“”，。；：（）、]|（[^）]*）)+",
        ["p"] = @"20\d\d年(?:上半年|下半年|[一二三四]季度|\d{1,2}月)?",
    };

    private readonly Regex _regex;
    private readonly List<(string Group, bool Claims)> _slots = [];
    private readonly Func<Scene, string?>[] _facts;
    private readonly Func<Scene, bool>? _when;

    // The character it begins with, where there is only one: most shapes are told from others by it.
    private readonly char _first;

    public Shape(string pattern, params Func<Scene, string?>[] facts)
        : this(null, pattern, facts) { }

    public Shape(Func<Scene, bool>? when, string pattern, params Func<Scene, string?>[] facts)
    {
        (Pattern, _facts, _when) = (pattern, facts, when);
        var n = 0;
        var regex = Slot()
            .Replace(
                pattern,
                m =>
                {
                    var name = m.Groups[1].Value;
                    var group = $"{(name[0] == '=' ? 'w' : name[0])}{n++}";
                    _slots.Add((group, name[0] is 'n' or 'w' or 'x' or 'z' or '='));
                    return $"(?<{group}>{(name[0] == '=' ? name[1..] : Slots[name])})";
                }
            );
        _regex = new Regex(@"\G" + regex + @"(?=$|[，。；：（）、·→“”　※])", RegexOptions.CultureInvariant);
        _first = pattern.Length > 1 && char.IsLetter(pattern[0]) && pattern[1] is not ('?' or '*') ? pattern[0] : '\0';
        if (_slots.Count(s => s.Claims) != facts.Length)
        {
            throw new ArgumentException($"{pattern}: {facts.Length} facts");
        }
    }

    public string Pattern { get; }

    /// <summary>Length of the match at a place; 0 where it is another shape.</summary>
    public Match? At(string text, int at, Scene scene)
    {
        if ((_first != '\0' && text[at] != _first) || (_when is not null && !_when(scene)))
        {
            return null;
        }

        var match = _regex.Match(text, at);
        return match.Success && match.Length > 0 && Binds(match, scene, bind: false) ? match : null;
    }

    /// <summary>What is said and is not so.</summary>
    public IEnumerable<string> Faults(Match match, Scene scene)
    {
        Binds(match, scene, bind: true);
        var turn = 0;
        foreach (var (group, claims) in _slots)
        {
            if (!claims)
            {
                continue;
            }

            var fact = _facts[turn++];
            if (match.Groups[group] is { Success: true } said)
            {
                scene.Said = said.Value;
                var so = Fact(fact, scene);
                if (so != said.Value)
                {
                    yield return $"“{match.Value}”：写 {said.Value}，应为 {so ?? "（没有这一事实）"}";
                }
            }
        }
    }

    // Where there is nothing to work a fact out from there is no such fact.
    public static string? Fact(Func<Scene, string?> fact, Scene scene)
    {
        try
        {
            return fact(scene);
        }
        catch (Exception e)
            when (e is NullReferenceException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    private bool Binds(Match match, Scene scene, bool bind)
    {
        foreach (var (group, claims) in _slots)
        {
            if (claims || match.Groups[group] is not { Success: true } named)
            {
                continue;
            }

            var name = named.Value;
            switch (group[0])
            {
                case 'k':
                    scene.K = bind ? Array.IndexOf(Say.Indexes, name) : scene.K;
                    break;
                case 't':
                    scene.K = bind ? null : scene.K;
                    break;
                case 'l':
                    scene.Level = bind ? Cells.LevelOf(name) : scene.Level;
                    break;
                case 'u':
                    var unit = name == "全区" ? scene.P.District : scene.P.Named(name);
                    if (unit is null)
                    {
                        return false;
                    }

                    scene.U = bind ? unit : scene.U;
                    break;
                case 'i':
                    var code = scene
                        .P.Data.Catalogue.FirstOrDefault(i => i.Name == name || i.Code + i.Name == name)
                        ?.Code;
                    if (code is null)
                    {
                        return false;
                    }

                    scene.Code = bind ? code : scene.Code;
                    break;
                default:
                    var period = scene.Office.Raw.Periods.FirstOrDefault(p => p.Title == name);
                    scene.Other = bind ? period : scene.Other;
                    break;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\{([nwxzukiptl]|=[^{}]+)\}")]
    private static partial Regex Slot();
}

/// <summary>Counts of claims and what was wrong: the tally of a reading.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, (int Seen, int Checked)> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Count, string Example)> _unknown = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Faults { get; } = [];

    public int Seen => _kinds.Values.Sum(k => k.Seen);

    public int Checked => _kinds.Values.Sum(k => k.Checked);

    public IEnumerable<(string Kind, int Seen, int Checked)> Kinds =>
        _kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value.Seen, k.Value.Checked));

    public IEnumerable<(string Shape, int Count, string Example)> Unknown =>
        _unknown.OrderByDescending(u => u.Value.Count).Select(u => (u.Key, u.Value.Count, u.Value.Example));

    public void Count(string kind, int seen, int isChecked) =>
        _kinds.AddOrUpdate(kind, (seen, isChecked), (_, k) => (k.Seen + seen, k.Checked + isChecked));

    public void Strange(string shape, int claims, string example) =>
        _unknown.AddOrUpdate(shape, (claims, example), (_, u) => (u.Count + claims, u.Example));
}

/// <summary>Reads statements clause by clause.</summary>
/// <param name="shapes">The grammar.</param>
/// <param name="written">What people wrote, without white space.</param>
/// <param name="tally">Where it is counted.</param>
/// <param name="hear">Hears every statement before it is read.</param>
internal sealed partial class Reader(
    IReadOnlyList<Shape> shapes,
    string written,
    Tally tally,
    Action<Statement>? hear = null
)
{
    private const string Separators = "，。；：（）、·→“” \u3000";

    public void Read(Statement statement)
    {
        var (text, scene) = (statement.Text, statement.Scene);
        hear?.Invoke(statement);
        var at = 0;
        if (scene.IsWritten && Claims(text) is > 0 and var all && IsQuoted(text))
        {
            tally.Count(statement.Kind, all, all);
            return;
        }

        while (at < text.Length)
        {
            if (Separators.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }

            if (scene.IsTool)
            {
                // The manual of the tool tells nothing of the data.
                var stop = text.IndexOfAny(Separators.ToCharArray(), at);
                Unmatched(statement, text[at..(stop < 0 ? text.Length : stop)]);
                at = stop < 0 ? text.Length : stop;
                continue;
            }

            Match? best = null;
            Shape? by = null;
            foreach (var shape in shapes)
            {
                if (shape.At(text, at, scene) is { } match && (best is null || match.Length > best.Length))
                {
                    (best, by) = (match, shape);
                }
            }

            if (best is not null)
            {
                var claims = Math.Max(1, Claims(best.Value));
                tally.Count(statement.Kind, claims, claims);
                foreach (var fault in by!.Faults(best, scene))
                {
                    tally.Faults.Add($"{scene.Place}：{fault}");
                }

                at += best.Length;
                continue;
            }

            var end = text.IndexOfAny(Separators.ToCharArray(), at);
            end = end < 0 ? text.Length : end;
            Unmatched(statement, text[at..end]);
            at = end;
        }
    }

    // What people wrote is true of what they wrote: it need only stand there.
    private void Unmatched(Statement statement, string clause)
    {
        var claims = Claims(clause);
        if (claims == 0)
        {
            return;
        }

        var quoted = IsQuoted(clause);
        tally.Count(statement.Kind, claims, quoted ? claims : 0);
        if (!quoted)
        {
            tally.Strange(
                $"{statement.Kind} {Digits().Replace(clause, "N")}",
                claims,
                $"{statement.Scene.Place}：{clause}｜{statement.Text}"
            );
        }
    }

    private bool IsQuoted(string text) => text.Length >= 4 && written.Contains(text, StringComparison.Ordinal);

    /// <summary>Numbers, and words that compare or order.</summary>
    public static int Claims(string text) => Claim().Count(text);

    [GeneratedRegex(
        @"\d[\d,]*(?:\.\d+)?|提高|下降|上升|持平|升幅|最[高低多少大小]|居[首末前]|并列|高于|低于|不足|均[为未得已]|全部|之[一内]"
    )]
    private static partial Regex Claim();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Digits();
}
