using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Proposes how the exports of an office are read（提出对应）. Pure: what is doubtful is asked by its name, and an answer
/// given under that name is taken instead. Each layout is a <see cref="LayoutProposal"/>; the catalogue is of all of
/// them.
/// </summary>
internal sealed partial class Proposer
{
    private readonly ImmutableArray<TableSpec> _tables;
    private readonly Questions _questions;
    private readonly TableKinds _kinds;
    private readonly CatalogueProposal _catalogue;

    /// <summary>A study of exports.</summary>
    /// <param name="tables">The contract.</param>
    /// <param name="catalogue">Indicators that there are already, by code and name.</param>
    /// <param name="isClosed">True for a catalogue that is in use: its points make a hundred, and it takes no
    /// more.</param>
    /// <param name="answers">Answers to doubts, by their names.</param>
    public Proposer(
        ImmutableArray<TableSpec> tables,
        IReadOnlyList<(string Code, string Name)> catalogue,
        bool isClosed,
        IReadOnlyDictionary<string, string> answers
    )
    {
        _tables = tables;
        _questions = new(answers);
        _kinds = new(tables);
        _catalogue = new(catalogue, isClosed, _kinds, _questions);
    }

    /// <summary>What is doubtful, in the order of the sheets.</summary>
    public IReadOnlyList<Doubt> Doubts => _questions.Open;

    /// <summary>What was found, in a sentence for each layout.</summary>
    public List<(string Where, string What)> Findings { get; } = [];

    /// <summary>What is to be added to rules that stand already: columns and words they do not have.</summary>
    public List<(
        TableRule Rule,
        ImmutableArray<ColumnRule> Columns,
        ImmutableArray<WordRule> Words
    )> Additions { get; } = [];

    /// <summary>The mapping of these grids, added to what is mapped already.</summary>
    public OfficeMapping Propose(IReadOnlyList<OfficeGrid> grids, OfficeMapping? standing, string publisher)
    {
        var layout = new SheetLayout(_tables);
        var found = grids.Select(g => (Grid: g, Regions: layout.Find(g))).ToList();
        var regions = found.SelectMany(f => f.Regions).Where(r => !r.Rows.IsEmpty).ToList();
        foreach (var region in regions.Where(r => _kinds.Of(r) is "指标"))
        {
            _catalogue.Describe(region);
        }

        var rules = ImmutableArray.CreateBuilder<TableRule>();
        foreach (var alike in Alike(regions))
        {
            var known = standing?.Find(alike[0]);
            if (known is { ReadAs.IsEmpty: true })
            {
                continue;
            }

            var proposal = new LayoutProposal(alike, known, _tables, _kinds, _catalogue, _questions);
            var rule = proposal.Rule();
            Findings.Add((proposal.Place, proposal.Finding));
            if (known is null)
            {
                rules.Add(rule);
                continue;
            }

            Additions.Add(
                (
                    known,
                    [.. rule.Columns.Where(c => known.Columns.All(k => k.Key != c.Key))],
                    [.. rule.Words.Where(w => !known.Words.Any(k => k.Target == w.Target && k.Theirs == w.Theirs))]
                )
            );
        }

        // Told once, so that nothing is said of it in the next period.
        foreach (var (grid, _) in found.Where(f => f.Regions.IsEmpty && standing?.LeavesOut(f.Grid) is not true))
        {
            rules.Add(new() { Files = FilePatterns.Of([grid]), Sheets = FilePatterns.OfSheets([grid]) });
            Findings.Add(($"{grid.Place}", "找不到表头，不读"));
        }

        var made = rules.ToImmutable();
        // Where no table tells of organisations, the one that names the most of them does.
        if (
            standing is null
            && !made.Any(r => r.ReadAs.Contains(OrganisationSchema.Table.Name))
            && made.FirstOrDefault(r => r.ReadAs.Contains(ObservationSchema.Table.Name)) is { } values
        )
        {
            made = made.Replace(
                values,
                values with
                {
                    ReadAs = values.ReadAs.Insert(0, OrganisationSchema.Table.Name),
                }
            );
        }

        return new()
        {
            DistrictName = standing?.DistrictName ?? District(regions, publisher),
            Direct =
                standing?.Direct
                ?? ["区直", "区直属", "直属", "区本级", "本级", "区级", "区属", "市直", "县直", "区总工会", "区直机关"],
            ZeroIsNotApplicable = standing?.ZeroIsNotApplicable ?? true,
            Tables = made,
            Indicators = standing is null || standing.Indicators.IsEmpty ? _catalogue.Rows(HeadCounts(made)) : [],
        };
    }

    // 职工数, 会员数: by what percentages can be weighed upward.
    private static HashSet<string> HeadCounts(ImmutableArray<TableRule> rules) =>
        [
            .. rules
                .SelectMany(r => r.Columns)
                .Select(c => c.Target)
                .OfType<TableGoal>()
                .Where(g => g.Table == OrganisationSchema.Table)
                .Select(g => g.Column.Name),
        ];

    // Regions of one layout: the same labels in the same order, whatever the file or sheet. A workbook with a sheet for
    // each town is one layout; so are files that differ by the town or the date alone.
    private static List<List<Region>> Alike(List<Region> regions) =>
        [
            .. regions
                .GroupBy(
                    r =>
                        (r.Grid.Place.Sheet is null ? "文本" : "工作簿")
                        + '\u001F'
                        + string.Join('\u001F', r.Columns.Select(c => c.Key)),
                    StringComparer.Ordinal
                )
                .Select(g => g.ToList()),
        ];

    private Noted<string> District(List<Region> regions, string publisher)
    {
        if (publisher.Length > 0)
        {
            return new(publisher, "site.yml 的主办单位");
        }

        var texts = regions.SelectMany(r => new[] { r.Title, r.Grid.Stem });
        var found = texts
            .Select(t => AreaPattern().Match(ReadingFold.Of(t)))
            .FirstOrDefault(m => m.Success)
            ?.Groups[1]
            .Value;
        var name = _questions.Ask(
            "区级组织",
            "区级总工会的全称",
            found is null ? "某某区总工会" : found + "总工会",
            []
        );
        return new(name, found is null ? Questions.Confirm : $"{Questions.Confirm}：由标题里的“{found}”得来");
    }

    [GeneratedRegex("^[0-9年度季月*]*([^0-9\\s（(《“]{1,6}?[区县市旗])(?!直|属|级)")]
    private static partial Regex AreaPattern();
}
