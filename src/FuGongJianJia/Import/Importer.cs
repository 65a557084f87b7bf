using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Handouts;
using FuGongJianJia.Import.Mapping;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>
/// Import（导入）: files in, a sound dataset or the reasons why not. Everything wrong is a diagnostic, all of it is
/// collected in one run, and nothing is thrown but cancellation.
/// </summary>
public static class Importer
{
    // Files that have one name only.
    private static readonly string[] OnlyFiles =
    [
        SettingsImporter.Path,
        AnswersImporter.Path,
        AnnualOutlineImporter.Path,
        OfficeMapping.Path,
        CodeRegister.Path,
        HandoutReader.Path,
    ];

    /// <summary>Reads the files of data/ and input/.</summary>
    /// <param name="files">Every file of both folders.</param>
    /// <param name="options">Options.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The dataset (null when there is an error) and all diagnostics, sorted.</returns>
    public static ImportResult Import(
        ImmutableArray<SourceFile> files,
        ImportOptions options,
        CancellationToken cancellation = default
    )
    {
        var bag = new DiagnosticBag(options.MaximumPerFile);
        var book = new LedgerBook();
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var paths = sorted.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var site = sorted.Find(f => f.Path == SettingsImporter.Path);
        var settings = SettingsImporter.Read(site, options, bag);
        var cases = CaseImporter.Read(
            sorted.Where(f => IsMarkdown(f, "input/cases/", nested: false)),
            paths,
            options,
            bag
        );
        var pages = PageImporter.Read(
            sorted.Where(f =>
                IsMarkdown(f, "input/pages/", nested: false)
                || IsMarkdown(f, "input/docs/", nested: true)
                || IsMarkdown(f, "input/handbook/", nested: true)
            ),
            paths,
            options,
            bag
        );
        settings = settings with
        {
            Look = LookImporter.Read(sorted, paths, options, bag),
            Answers = AnswersImporter.Read(
                sorted.Find(f => f.Path == AnswersImporter.Path),
                pages.Where(p => p.File.StartsWith("input/pages/", StringComparison.Ordinal)).Select(p => p.Title),
                options,
                bag
            ),
        };
        var briefs = BriefImporter.Read(
            sorted.Where(f => IsMarkdown(f, BriefImporter.Folder, nested: false)),
            options,
            bag
        );
        var programmes = ProgrammeTexts.Read(
            sorted.Where(f => IsMarkdown(f, "input/programmes/", nested: false)),
            paths,
            options,
            bag
        );
        var chapterFiles = sorted.Where(f => IsMarkdown(f, ChapterImporter.Folder, nested: true)).ToList();
        settings = settings with
        {
            Annual = AnnualOutlineImporter.Read(
                sorted.Find(f => f.Path == AnnualOutlineImporter.Path),
                ChapterImporter.Names(chapterFiles),
                paths,
                options,
                bag
            ),
        };
        var chapters = ChapterImporter.Read(chapterFiles, paths, options, bag);
        LinkChecks.Check(
            [
                .. pages,
                .. programmes,
                .. cases.Select(c => new WrittenPage($"cases/{c.Slug}", c.Title, Order: 0, c.Body)
                {
                    BodyLine = c.BodyLine,
                }),
            ],
            options,
            settings.Docs.ArePublished,
            bag
        );
        var pictures = PictureImporter.Read(
            sorted,
            [
                .. cases.Select(c => c.Image).OfType<CaseImage>().Where(i => i.Consent).Select(i => i.Path),
                .. chapters.SelectMany(c => c.Pictures),
                .. new[] { settings.Annual.Cover, settings.Annual.Emblem }.OfType<AnnualPicture>().Select(p => p.Path),
            ],
            pages.AddRange(programmes),
            settings.Look.Logo,
            bag,
            cancellation
        );
        CheckNames(sorted, bag);
        CheckStray(sorted, bag);
        var own = OfficeFiles.Read(sorted, options, bag);
        var periods = Periods(
            sorted,
            settings,
            settings.DataEncoding is { } encoding ? options with { Encoding = encoding } : options,
            own,
            book,
            bag,
            cancellation
        );
        CaseChecks.Check(
            cases,
            periods.SelectMany(p => p.Activities).Select(a => a.Code),
            periods.SelectMany(p => p.Catalogue).Select(i => i.Code),
            bag
        );
        ProgrammeTexts.Check(programmes, ProgrammeNames.Of(periods.SelectMany(p => p.Activities)), bag);
        SettingsImporter.CheckIndicators(
            site,
            settings,
            periods.SelectMany(p => p.Catalogue).Select(i => i.Code).ToHashSet(StringComparer.Ordinal),
            options,
            bag
        );
        BriefImporter.Check(
            briefs,
            periods.ToDictionary(
                p => p.Period,
                p => p.Organisations.Where(o => o.Level == Level.Town).Select(o => o.Code).ToImmutableArray()
            ),
            bag
        );
        ChapterImporter.Check(
            chapters,
            settings.Annual,
            periods.ToDictionary(
                p => p.Period,
                p => p.Organisations.Where(o => o.Level == Level.Town).Select(o => o.ShortName).ToImmutableArray()
            ),
            bag
        );
        var diagnostics = bag.ToSorted();
        return bag.HasErrors
            ? new(null, diagnostics) { Ledger = book.ToLedger(), Register = own?.Register }
            : new(
                new()
                {
                    Settings = settings,
                    Periods = periods,
                    Cases = cases,
                    Pages = pages,
                    Briefs = briefs,
                    Programmes = programmes,
                    Chapters = chapters,
                    Pictures = pictures,
                    Notes = DataNotes.From(diagnostics),
                },
                diagnostics
            )
            {
                Ledger = book.ToLedger(),
                Register = own?.Register,
            };
    }

    /// <summary>Reads input/site.yml alone, for commands that need no data.</summary>
    /// <returns>The settings (null when they hold an error) and what is wrong, sorted.</returns>
    public static (Settings? Settings, ImmutableArray<Diagnostic> Diagnostics) ReadSettings(
        ImmutableArray<SourceFile> files
    )
    {
        var bag = new DiagnosticBag();
        var settings = SettingsImporter.Read(
            files.FirstOrDefault(f => f.Path == SettingsImporter.Path),
            ImportOptions.Default,
            bag
        );
        return (bag.HasErrors ? null : settings, bag.ToSorted());
    }

    private static ImmutableArray<PeriodData> Periods(
        List<SourceFile> files,
        Settings settings,
        ImportOptions options,
        OfficeFiles? own,
        LedgerBook book,
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var folders = new SortedDictionary<Period, List<SourceFile>>();
        var bad = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var file in files.Where(f =>
                f.Path.StartsWith("data/", StringComparison.Ordinal) && f.Path.Split('/').Length > 2
            )
        )
        {
            var folder = file.Path.Split('/')[1];
            if (Period.TryParse(folder, out var period))
            {
                if (!folders.TryGetValue(period, out var list))
                {
                    folders.Add(period, list = []);
                }

                list.Add(file);
            }
            else if (bad.Add(folder))
            {
                bag.Add(
                    FileCodes.BadPeriodFolder,
                    new($"data/{folder}"),
                    $"文件夹名{Diagnostic.Quote(folder)}不是一期。请写成 2024、2024H1、2024Q1 或 2024-05。"
                        + (PeriodText.TryParse(folder, out var meant) ? $"是否为“{meant}”？" : "")
                );
            }
        }

        if (folders.Count == 0 && bad.Count == 0)
        {
            bag.Add(
                FileCodes.NoPeriod,
                new("data"),
                "data/ 里没有任何一期的数据。请运行 fugong new 2024 建立模板，再把导出的表放进去。"
            );
        }

        var readers = folders
            .Select(f => new PeriodTables(
                f.Key,
                own is null
                    ? PeriodFiles.Find(f.Key, f.Value, options, book, bag)
                    : own.Find(f.Key, f.Value, options, book, bag),
                bag,
                cancellation
            ))
            .Select(t => new PeriodReader(t, settings))
            .ToList();
        CatalogueInheritance.Share(readers);
        var periods = new List<PeriodData>();
        foreach (var reader in readers)
        {
            periods.Add(reader.Read(periods));
        }

        HistoryChecks.Check(periods, readers, bag);
        return [.. periods];
    }

    private static bool IsMarkdown(SourceFile file, string folder, bool nested) =>
        file.Path.StartsWith(folder, StringComparison.Ordinal)
        && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && (nested || !file.Path[folder.Length..].Contains('/', StringComparison.Ordinal))
        && !file.Path.EndsWith("/README.md", StringComparison.Ordinal);

    /// <summary>The gate for names: each folder and each file once, whether it is read or not.</summary>
    private static void CheckNames(List<SourceFile> files, DiagnosticBag bag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var start = 0; start >= 0; )
            {
                var slash = file.Path.IndexOf('/', start);
                var end = slash < 0 ? file.Path.Length : slash;
                if (seen.Add(file.Path[..end]))
                {
                    PrivacyGate.Check(
                        file.Path[start..end],
                        new(file.Path[..end]),
                        slash < 0 ? "文件名" : "文件夹名",
                        bag
                    );
                }

                start = slash < 0 ? -1 : slash + 1;
            }
        }
    }

    private static void CheckStray(List<SourceFile> files, DiagnosticBag bag)
    {
        foreach (var file in files)
        {
            if (file.Path == HandoutReader.Path)
            {
                bag.Add(
                    HandoutCodes.NotOfBuild,
                    new(file.Path),
                    "这是分发表，只有 fugong send 读它，生成时没有读取；里面的姓名和邮箱不会出现在任何输出里。"
                );
                continue;
            }

            if (Meant(file.Path) is { } meant && !files.Exists(f => f.Path == meant))
            {
                bag.Add(
                    FileCodes.NearName,
                    new(file.Path),
                    $"没有读取：文件名应为 {meant[(meant.LastIndexOf('/') + 1)..]}。请改名（Windows 常把扩展名藏起来，先勾选“文件扩展名”）。"
                );
                continue;
            }

            var parts = file.Path.Split('/');
            if (
                parts
                    is [
                        "input",
                        "cases"
                        or "pages"
                        or "docs"
                        or "handbook"
                        or "briefs"
                        or "programmes"
                        or "reports",
                        ..,
                        var name,
                    ]
                && file.Path != AnnualOutlineImporter.Path
                && !IsArticle(name, file.Path)
            )
            {
                bag.Add(
                    WritingCodes.WrongExtension,
                    new(file.Path),
                    name.Contains(".md.", StringComparison.OrdinalIgnoreCase)
                        ? "文件名末尾多了扩展名（Windows 常把 .txt 藏起来），没有读取。请在资源管理器里勾选“文件扩展名”，改成 .md 结尾。"
                        : "文章要写成 .md 文件，这个文件没有读取。请把文字复制到一个 .md 文件里（见文档“写案例和页面”），再删掉它。"
                );
                continue;
            }

            if (
                parts is ["input", "cases" or "pages" or "briefs" or "programmes", _, _, ..]
                && parts[^1].EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                && !parts[^1].StartsWith("README", StringComparison.OrdinalIgnoreCase)
            )
            {
                bag.Add(
                    WritingCodes.InSubfolder,
                    new(file.Path),
                    $"放在子文件夹里，没有读取。请移到 input/{parts[1]}/。"
                );
                continue;
            }

            var used = parts switch
            {
                ["data", _, _, ..] => true,
                ["input", "site.yml" or "answers.yml" or "对应.yml" or "编码登记.csv"] => true,
                ["input", "cases" or "pages" or "docs" or "handbook" or "briefs" or "programmes", ..] => true,
                ["input", "images" or "theme" or "reports", ..] => true,
                ["input", ..] => IsImage(file.Path),
                [.., "README.md" or ".gitkeep"] => true,
                _ => false,
            };
            if (
                !used
                && parts[0] is "data" or "input"
                && !parts[^1].StartsWith('.')
                && !parts[^1].StartsWith("README", StringComparison.Ordinal)
            )
            {
                bag.Add(
                    FileCodes.Stray,
                    new(file.Path),
                    parts is ["data", _] && PeriodFiles.IsTable(file.Path)
                        ? "表格没有放在期间文件夹里，没有读取。请建一个像 data/2025 的文件夹，把它移进去；"
                            + "列名、版面是自己的，运行 fugong import 和这个文件的路径。"
                        : "这个文件没有用到。数据放进 data/期间/，案例放进 input/cases/，页面放进 input/pages/，手册放进 input/handbook/，"
                            + "专题的说明放进 input/programmes/，年度报告的章放进 input/reports/年份/。"
                );
            }
        }
    }

    /// <summary>
    /// The one file that a name is all but: by case, by .yaml, or by an end that Windows hides. Null where it is none.
    /// </summary>
    private static string? Meant(string path)
    {
        var plain = path;
        while (plain.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            plain = plain[..^4];
        }

        if (plain.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            plain = plain[..^5] + ".yml";
        }

        var meant = OnlyFiles.FirstOrDefault(f => f.Equals(plain, StringComparison.OrdinalIgnoreCase));
        return meant == path ? null : meant;
    }

    private static bool IsArticle(string name, string path) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith('.')
        || name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "THUMBS.DB" or "DESKTOP.INI"
        || IsImage(path);

    private static bool IsImage(string path) =>
        path[(path.LastIndexOf('.') + 1)..].ToUpperInvariant()
            is "PNG"
                or "JPG"
                or "JPEG"
                or "WEBP"
                or "SVG"
                or "GIF"
                or "TTF"
                or "OTF"
                or "TTC";
}
