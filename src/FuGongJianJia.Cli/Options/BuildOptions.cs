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

    /// <summary>Whether PDFs are made.</summary>
    public bool Pdf { get; init; } = true;

    /// <summary>Whether a warning or a substitute font refuses the build.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether notes are printed too.</summary>
    public bool Notes { get; init; }

    /// <summary>Where the site stands on its host, with a slash at both ends.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>Whether a damaged manifest, or files that are not ours, are moved out of the way.</summary>
    public bool TakeOver { get; init; }

    /// <summary>The output folder when none was named: output below the root.</summary>
    public static string OutputOf(string root, string? output) =>
        Path.GetFullPath(output ?? Path.Combine(root, "output"));
}
