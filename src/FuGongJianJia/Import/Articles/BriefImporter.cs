using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Articles;

/// <summary>
/// Reads input/briefs/2024.md and, of a town, input/briefs/2024-SL06.md: headings and the lines below them, nothing
/// else.
/// </summary>
internal static class BriefImporter
{
    private const int MostBytes = 100_000;

    /// <summary>The folder.</summary>
    public const string Folder = "input/briefs/";

    /// <summary>What a brief may be given.</summary>
    internal static ImmutableArray<string> Headings { get; } = ["标题", "按语", "请定一件事", "建议", "措施"];

    /// <summary>Briefs by period, then town.</summary>
    public static ImmutableArray<WrittenBrief> Read(
        IEnumerable<SourceFile> files,
        ImportOptions options,
        DiagnosticBag bag
    ) =>
        [
            .. files
                .Select(f => Read(f, options, bag))
                .OfType<WrittenBrief>()
                .OrderBy(b => b.Period)
                .ThenBy(b => b.Town ?? "", StringComparer.Ordinal),
        ];

    /// <summary>A brief is of a period that is there, and of a town of it.</summary>
    /// <param name="briefs">What was written.</param>
    /// <param name="towns">Codes of the towns of each period.</param>
    /// <param name="bag">Gets the reports.</param>
    public static void Check(
        ImmutableArray<WrittenBrief> briefs,
        IReadOnlyDictionary<Period, ImmutableArray<string>> towns,
        DiagnosticBag bag
    )
    {
        foreach (var brief in briefs)
        {
            if (!towns.TryGetValue(brief.Period, out var known))
            {
                bag.Add(
                    WritingCodes.BriefOfNothing,
                    new(brief.File),
                    $"data/ 里没有{brief.Period.Title}的数据（{brief.Period}）。"
                        + Suggest.Phrase(
                            brief.Period.ToString(),
                            towns.Keys.Order().Select(p => p.ToString()),
                            "请核对文件名，或者先放进这一期的数据。"
                        )
                );
            }
            else if (brief.Town is { } town && !known.Contains(town))
            {
                bag.Add(
                    WritingCodes.BriefOfNothing,
                    new(brief.File),
                    $"{brief.Period.Title}的组织表里没有编码为{Diagnostic.Quote(town)}的镇街。"
                        + Suggest.Phrase(town, known, "请核对文件名里期间后面的编码。")
                );
            }
        }
    }

    private static WrittenBrief? Read(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        var name = file.Path[Folder.Length..^3];
        if (!TryName(name, out var period, out var town))
        {
            bag.Add(
                WritingCodes.BriefOfNothing,
                new(file.Path),
                $"文件名{Diagnostic.Quote(name)}不是一期。全区的写成 2024.md、2024Q1.md，镇街的在后面加编码，例如 2024-SL06.md。"
            );
            return null;
        }

        if (file.Content.Length > MostBytes)
        {
            bag.Add(
                FileCodes.TooLarge,
                new(file.Path),
                "文件超过 100 KB，不像是简报里手写的几段话。请确认放的是哪个文件。"
            );
            return null;
        }

        if (TextDecoder.ToProse(file, options.Encoding, bag) is not { } text)
        {
            return null;
        }

        PrivacyGate.CheckLines(text, file.Path, "简报", bag);
        return Compose(new WrittenBrief(file.Path, period, town), text, bag);
    }

    // 2024-05 is a month, 2024-SL06 a town.
    private static bool TryName(string name, out Period period, out string? town)
    {
        town = null;
        if (Period.TryParse(name, out period))
        {
            return true;
        }

        for (var at = name.IndexOf('-', StringComparison.Ordinal); at > 0; at = name.IndexOf('-', at + 1))
        {
            if (Period.TryParse(name[..at], out period) && at + 1 < name.Length)
            {
                town = name[(at + 1)..];
                return true;
            }
        }

        return false;
    }

    private static WrittenBrief Compose(WrittenBrief brief, string text, DiagnosticBag bag)
    {
        var heading = "";
        var number = 0;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = part.Trim().ToString();
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim();
                if (!Headings.Contains(heading))
                {
                    bag.Add(
                        WritingCodes.BriefHeading,
                        new(brief.File, number),
                        $"不认识标题{Diagnostic.Quote(heading)}。"
                            + Suggest.Phrase(heading, Headings, $"可以写的有：{string.Join('、', Headings)}。")
                    );
                }
            }
            else if (line.Length > 0)
            {
                if (heading.Length == 0)
                {
                    bag.Add(
                        WritingCodes.BriefHeading,
                        new(brief.File, number),
                        $"这一行在第一个标题之前，不知道放在哪里：{Diagnostic.Quote(line)}。"
                            + $"请先写一行标题，例如 # {Headings[1]}。可以写的有：{string.Join('、', Headings)}。"
                    );
                    heading = line;
                }

                brief = With(brief, heading, WithoutMark(line));
            }
        }

        return brief;
    }

    private static WrittenBrief With(WrittenBrief brief, string heading, string line) =>
        heading switch
        {
            "标题" => brief with { Title = brief.Title.Length == 0 ? line : $"{brief.Title}　{line}" },
            "按语" => brief with { Remark = brief.Remark.Add(line) },
            "请定一件事" => brief with { Decision = brief.Decision + line },
            "建议" => brief with { Advice = brief.Advice.Add(line) },
            "措施" => brief with { Measures = brief.Measures.Add(line) },
            _ => brief,
        };

    // - an item, 1. an item: the paper numbers them itself.
    private static string WithoutMark(string line)
    {
        if (line is ['-' or '*' or '+', ' ', ..])
        {
            return line[2..].Trim();
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return
            digits is > 0 and < 3
            && line.Length > digits + 1
            && line[digits] is '.' or '、'
            && !char.IsAsciiDigit(line[digits + 1])
            ? line[(digits + 1)..].Trim()
            : line;
    }
}
