using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// What a build is asked, and from what（所问）: two builds with one question give one answer, so the second need not be
/// made. It is over every byte that was read, the options that change the output, the program, and the font files by
/// name, size and time; what stands in the output is looked at by its bytes.
/// </summary>
internal static class BuildQuestion
{
    /// <summary>Its fingerprint, SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(BuildOptions options, ImmutableArray<SourceFile> files)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{Maker.Running} {Tool.Version}");
        Line($"{string.Join(' ', options.Periods)}|{options.Date:O}|{options.BasePath}|{options.Pdf}|{options.Strict}");
        Line($"{options.Shard}");
        foreach (var file in options.Pdf ? FontFolders.Files(options.Root).Select(f => new FileInfo(f)) : [])
        {
            Line($"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }

        foreach (var file in files)
        {
            Line($"{file.Path} {Manifest.Hash(file.Content.Span)}");
        }

        return Manifest.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>
    /// What the last build said, when it was asked the same and all that it made still stands, byte for byte.
    /// </summary>
    /// <param name="question">The question now.</param>
    /// <param name="options">Options; the output folder is held.</param>
    public static LastBuild? AnsweredBefore(string question, BuildOptions options) =>
        // A swap that was cut off is undone first, whatever else stands there.
        !new SwapStage(options.Output).IsOpen
        && LastBuild.Read(options.Output) is { } last
        && last.Question == question
        && StoredFile.ReadUpTo(Path.Combine(options.Output, Manifest.FileName), Array.MaxLength) is { } manifest
        && Manifest.Hash(manifest) == last.Digest
        && Stands(last, options)
            ? last
            : null;

    private static bool Stands(LastBuild last, BuildOptions options) =>
        Parallel
            .For(
                0,
                last.Files.Length,
                new ParallelOptions { MaxDegreeOfParallelism = options.Jobs },
                (at, state) =>
                {
                    if (!StoredFile.Holds(Path.Combine(options.Output, last.Files[at].Path), last.Files[at]))
                    {
                        state.Stop();
                    }
                }
            )
            .IsCompleted;
}
