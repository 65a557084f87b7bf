using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Options;

/// <summary>What a build is asked to do（生成选项）.</summary>
internal sealed record BuildOptions
{
    /// <summary>Project folder, which holds data and input.</summary>
    public required string Root { get; init; }

    /// <summary>Output folder.</summary>
    public required string Output { get; init; }

    /// <summary>Periods that site and reports hold; all when empty.</summary>
    public ImmutableArray<Period> Periods { get; init; } = [];

    /// <summary>Date of the edition; null for the latest date of the data.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How many files are made at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether PDFs are made anew; else those that stand are left as they are.</summary>
    public bool Pdf { get; init; } = true;

    /// <summary>Whether a warning or a substitute font refuses the build.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether notes are printed too.</summary>
    public bool Notes { get; init; }

    /// <summary>Where the site stands on its host, with a slash at both ends.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>Whether a damaged manifest, or files that are not ours, are moved out of the way.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Why figures of a final period are changed on purpose（更正的原因）; null when they are not to be.</summary>
    public string? Amend { get; init; }

    /// <summary>Which share of the pages and papers is made; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>True where pages and papers come from shares that were made before（合成）.</summary>
    public bool IsMerge { get; init; }

    /// <summary>True for a build that only its maker sees（预览）.</summary>
    public bool IsPreview { get; init; }

    /// <summary>
    /// How many files a build may remove（最多移除）; null for the usual: <see cref="FewDeletes"/>, or a tenth of what
    /// stands, whichever is more.
    /// </summary>
    public int? MostDeletes { get; init; }

    /// <summary>Removing so few files is never asked about: a union, a case and a renamed page or two.</summary>
    public const int FewDeletes = 50;

    /// <summary>True when the output would lie among what is read, and be read as data by the next build.</summary>
    public bool IsAmongSources => IsBelow(Output, Path.Combine(Root, "data"), Path.Combine(Root, "input"));

    /// <summary>True for a full path that is one of these folders, or lies in one.</summary>
    public static bool IsBelow(string path, params string[] folders) =>
        folders.Any(folder =>
            path == Path.GetFullPath(folder)
            || path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        );

    /// <summary>The output folder when none was named: output below the root.</summary>
    public static string OutputOf(string root, string? output) =>
        Path.GetFullPath(output ?? Path.Combine(root, "output"));
}
