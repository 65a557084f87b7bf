using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Mapping;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>What a study of an office's exports proposes（对应的提议）.</summary>
/// <param name="Mapping">对应.yml with it; null when nothing is to be added.</param>
/// <param name="Findings">What every table was taken for: where, and what.</param>
/// <param name="Doubts">What should be asked.</param>
/// <param name="UsesDefault">True when the indicators are of the default catalogue, which no file holds yet.</param>
/// <param name="Diagnostics">What could not be read.</param>
public sealed record ImportProposal(
    string? Mapping,
    ImmutableArray<(string Where, string What)> Findings,
    ImmutableArray<Doubt> Doubts,
    bool UsesDefault,
    ImmutableArray<Diagnostic> Diagnostics
);

/// <summary>
/// Studies exports in an office's own layout（导入自己的表格）and proposes how they are read. Pure: the same files and answers
/// give the same proposal.
/// </summary>
public static class OfficeImport
{
    /// <summary>Where the mapping stands.</summary>
    public const string MappingPath = OfficeMapping.Path;

    /// <summary>Where the register of codes stands.</summary>
    public const string RegisterPath = CodeRegister.Path;

    /// <summary>A register（编码登记）that holds nothing yet but the code of the district's federation.</summary>
    /// <param name="name">Its name, as the exports or the settings have it.</param>
    /// <param name="code">Its code: a sound one, such as its 行政区划代码.</param>
    public static byte[] Register(string name, string code) => CodeRegister.Of(name, code).ToBytes();

    /// <summary>Proposes how the files of a period are read.</summary>
    /// <param name="files">Every file of the project, the new ones below data/period/.</param>
    /// <param name="period">The period.</param>
    /// <param name="defaultCatalogue">The catalogue that is taken where its names fit and there is no other.</param>
    /// <param name="answers">Answers to doubts, by their names.</param>
    public static ImportProposal Propose(
        ImmutableArray<SourceFile> files,
        Period period,
        SourceFile? defaultCatalogue,
        IReadOnlyDictionary<string, string> answers
    )
    {
        var bag = new DiagnosticBag();
        var book = new LedgerBook();
        var settings = SettingsImporter.Read(
            files.FirstOrDefault(f => f.Path == SettingsImporter.Path),
            ImportOptions.Default,
            new()
        );
        var options = settings.DataEncoding is { } encoding
            ? ImportOptions.Default with
            {
                Encoding = encoding,
            }
            : ImportOptions.Default;
        var text = files.FirstOrDefault(f => f.Path == OfficeMapping.Path);
        var standing = MappingReader.Read(text, TableRegistry.All, options, bag);
        var folder = $"data/{period}/";
        var grids = files
            .Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal) && PeriodFiles.MayBeTable(f))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => OfficeGrid.Of(f, options, book, bag))
            .Where(g => g.Count > 0 && !g.TrueForAll(IsOurs))
            .SelectMany(g => g)
            .ToList();
        var (catalogue, isDefault) = standing is { Indicators.IsEmpty: false }
            ? (standing.Indicators.Select(i => (i["指标编码"], i["指标名称"])).ToList(), false)
            : Catalogue(files, period, defaultCatalogue);
        var publisher = settings.Publisher is "" or "某某区总工会" ? "" : settings.Publisher;
        var proposer = Make(catalogue, catalogue.Count > 0 && !isDefault);
        var mapping = proposer.Propose(grids, standing, publisher);
        var matched = mapping.Indicators.IsEmpty;
        if (!matched && isDefault)
        {
            // Names that are not all in the default catalogue are those of another one.
            proposer = Make([], false);
            mapping = proposer.Propose(grids, standing, publisher);
        }

        var written = standing is null
            ? mapping.Tables.IsEmpty
                ? null
                : MappingWriter.Write(mapping)
            : mapping.Tables.IsEmpty && proposer.Additions.TrueForAll(a => a.Columns.IsEmpty && a.Words.IsEmpty)
                ? null
                : MappingWriter.Add(Encoding.UTF8.GetString(text!.Content.Span), proposer.Additions, mapping.Tables);
        return new(
            written,
            [.. proposer.Findings],
            [.. proposer.Doubts],
            matched && isDefault && mapping.Tables.Any(t => t.ReadAs.Contains("指标值")),
            bag.ToSorted()
        );

        Proposer Make(IReadOnlyList<(string Code, string Name)> of, bool isClosed) =>
            new(TableRegistry.All, of, isClosed, answers);
    }

    /// <summary>The period that the names of files, and then their titles, speak of; null for none.</summary>
    public static Period? PeriodOf(IEnumerable<string> texts) => PeriodInText.Find(texts);

    /// <summary>True for a table that is read as it is: one of ours by its name and its head.</summary>
    private static bool IsOurs(OfficeGrid grid) =>
        (TableRegistry.Find(grid.Place.Sheet ?? "") ?? TableRegistry.Find(grid.Stem)) is { } table
        && HeaderFinder.Find(table, [.. grid.Rows.Take(HeaderFinder.Depth)], static _ => false) is { } header
        && table.Columns.All(c => !c.IsRequired || c.MaySpread || header.Map[c.Ordinal] >= 0);

    private static (IReadOnlyList<(string Code, string Name)> Catalogue, bool IsDefault) Catalogue(
        ImmutableArray<SourceFile> files,
        Period period,
        SourceFile? otherwise
    )
    {
        var standing = files
            .Where(f => f.Path.EndsWith("/指标.csv", StringComparison.Ordinal))
            .Select(f => (File: f, Parts: f.Path.Split('/')))
            .Where(f => f.Parts.Length == 3 && Period.TryParse(f.Parts[1], out _))
            .OrderBy(f => f.Parts[1] == $"{period}" ? 0 : 1)
            .ThenByDescending(f => f.Parts[1], StringComparer.Ordinal)
            .Select(f => f.File)
            .FirstOrDefault();
        if ((standing ?? otherwise) is not { } file)
        {
            return ([], false);
        }

        var scratch = new DiagnosticBag();
        var sources = PeriodFiles.Find(period, [file], ImportOptions.Default, new(), scratch);
        var index = IndicatorBinder.Read(new(period, sources, scratch, CancellationToken.None));
        return ([.. index.Catalogue.Select(i => (i.Code, i.Name)).Distinct()], standing is null);
    }
}
