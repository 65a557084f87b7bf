using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Files;

/// <summary>Looks at the values of a manifest（查清单）, since commands move and delete files by it.</summary>
internal static partial class ManifestCheck
{
    private const string Remedy = "请从备份恢复清单，或运行 fugong build --take-over 重新登记。";

    /// <summary>
    /// Everything that is wrong, sorted; empty when it can be trusted to speak of files below the output.
    /// </summary>
    public static ImmutableArray<Diagnostic> Faults(Manifest manifest)
    {
        var bag = new DiagnosticBag();
        foreach (
            var (code, what) in Options(manifest)
                .Concat(Inputs(manifest))
                .Concat(Files(manifest))
                .Concat(Sharing(manifest))
        )
        {
            bag.Add(code, Place(0), $"{what}。{Remedy}");
        }

        return bag.ToSorted();
    }

    /// <summary>A fault of the manifest.</summary>
    /// <param name="code">Code.</param>
    /// <param name="line">1-based line, 0 for the whole.</param>
    /// <param name="what">What was expected and found, without a full stop.</param>
    public static Diagnostic Fault(DiagnosticCode code, int line, string what) =>
        new(code.Id, code.Severity, Place(line), $"{what}。{Remedy}");

    private static SourcePlace Place(int line) => new($"output/{Manifest.FileName}", line);

    private static IEnumerable<(DiagnosticCode, string)> Options(Manifest manifest)
    {
        if (
            !DateOnly.TryParseExact(
                manifest.Date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            yield return Wrong("编制日期（date）", "2025-01-10 这样的日期", manifest.Date);
        }

        if (!Twelve().IsMatch(manifest.Fingerprint))
        {
            yield return Wrong("数据指纹（fingerprint）", "12 位小写十六进制数", manifest.Fingerprint);
        }

        if (!BasePath().IsMatch(manifest.Options.BasePath))
        {
            yield return Wrong("子目录（basePath）", "以 / 开头和结尾的路径", manifest.Options.BasePath);
        }

        foreach (var period in manifest.Options.Periods.Where(p => !Period.TryParse(p ?? "", out _)))
        {
            yield return Wrong("期间（periods）", "2024 这样的期间", period);
        }

        if (manifest.Fonts.Any(f => f is null))
        {
            yield return Wrong("字体（fonts）", "角色、名称和文件", null);
        }
    }

    // Nothing is opened by these paths: they are told, and compared with what was read.
    private static IEnumerable<(DiagnosticCode, string)> Inputs(Manifest manifest)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, entry) in manifest.Inputs.Index())
        {
            if (entry is null || entry.Path.Length == 0 || !seen.Add(entry.Path))
            {
                yield return (
                    StoredCodes.Path,
                    FormattableString.Invariant($"第 {number + 1} 个输入文件（inputs）没有路径，或者与前面的相同")
                );
            }
            else if (Sizes(entry, "输入文件") is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    private static IEnumerable<(DiagnosticCode, string)> Files(Manifest manifest)
    {
        if (manifest.Files.IsEmpty && manifest.Shard is null)
        {
            yield return Wrong("文件（files）", "至少一个文件", "[]");
        }

        // A file can be no folder of another; case is ignored, as on Windows.
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, entry) in manifest.Files.Index())
        {
            if (StoredPath.Fault(entry?.Path) is { } fault)
            {
                yield return (
                    StoredCodes.Path,
                    FormattableString.Invariant($"第 {number + 1} 个文件（files）的路径")
                        + $"{Diagnostic.Quote(entry?.Path ?? "")}{fault}"
                );
            }
            else if (!files.Add(entry!.Path))
            {
                yield return (StoredCodes.Path, $"路径{Diagnostic.Quote(entry.Path)}登记了两次（不分大小写）");
            }
            else if (Sizes(entry, "文件") is { } wrong)
            {
                yield return wrong;
            }
            else
            {
                folders.UnionWith(StoredPath.Above(entry.Path));
            }
        }

        foreach (var path in files.Where(folders.Contains).Order(StringComparer.Ordinal))
        {
            yield return (StoredCodes.Path, $"路径{Diagnostic.Quote(path)}既是文件又是文件夹");
        }
    }

    private static IEnumerable<(DiagnosticCode, string)> Sharing(Manifest manifest)
    {
        if (manifest.Shard is not { } shard)
        {
            yield break;
        }

        if (shard.Count is < 1 or > Shard.Most || shard.Number < 1 || shard.Number > shard.Count)
        {
            yield return Wrong("份（shard）", "第 1 份到最后一份之一", $"{shard.Number}/{shard.Count}");
        }

        if (!Twelve().IsMatch(shard.Records))
        {
            yield return Wrong("出版记录的指纹（records）", "12 位小写十六进制数", shard.Records);
        }

        var files = manifest.Files.Select(f => f?.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var notice in shard.Notices)
        {
            if (
                notice is not { Line: >= 0, Column: >= 0, Severity: nameof(Severity.Warning) or nameof(Severity.Note) }
                || Codes.Find(notice.Code) is null
                || !files.Contains(notice.File)
            )
            {
                yield return Wrong("文件的提示（notices）", "登记了的文件、诊断代码、级别和位置", notice?.File);
            }
        }
    }

    private static (DiagnosticCode, string)? Sizes(ManifestEntry entry, string what) =>
        entry.Size < 0
            ? Wrong($"{what}{Diagnostic.Quote(entry.Path)}的大小（size）", "不小于 0 的整数", $"{entry.Size}")
        : !Digest().IsMatch(entry.Sha256)
            ? Wrong($"{what}{Diagnostic.Quote(entry.Path)}的校验值（sha256）", "64 位小写十六进制数", entry.Sha256)
        : null;

    private static (DiagnosticCode, string) Wrong(string what, string expected, string? found) =>
        (StoredCodes.Value, $"{what}应为{expected}，读到{(found is null ? "空值" : Diagnostic.Quote(found))}");

    [GeneratedRegex(@"\A[0-9a-f]{12}\z")]
    private static partial Regex Twelve();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\A/(?:[A-Za-z0-9._-]+/)*\z")]
    private static partial Regex BasePath();
}
