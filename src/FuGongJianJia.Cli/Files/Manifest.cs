using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Manifest（清单）of an output folder: every file with its SHA-256, what it was made from and by what.
/// A file that is not listed is not ours and is never touched.
/// </summary>
internal sealed record Manifest
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Form of the manifest.</summary>
    [JsonRequired]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Tool version.</summary>
    public required string Tool { get; init; }

    /// <summary>Date of the edition.</summary>
    public required string Date { get; init; }

    /// <summary>What the build was asked for, so that it can be done again.</summary>
    public required ManifestOptions Options { get; init; }

    /// <summary>Fingerprint of the input.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Input files with their fingerprints, by path.</summary>
    public required ImmutableArray<ManifestEntry> Inputs { get; init; }

    /// <summary>Fonts by role.</summary>
    public required ImmutableArray<ManifestFont> Fonts { get; init; }

    /// <summary>
    /// What made the files: program, runtime and fonts (see <see cref="Maker"/>). Files of another maker are made anew.
    /// </summary>
    [JsonRequired]
    public string MadeBy { get; init; } = "";

    /// <summary>What the files were looked at for: a fingerprint of the scanner's rules.</summary>
    [JsonRequired]
    public string LookedAtBy { get; init; } = "";

    /// <summary>Output files, by path.</summary>
    public required ImmutableArray<ManifestEntry> Files { get; init; }

    /// <summary>Which share of a build the folder holds; null for all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManifestShard? Shard { get; init; }

    /// <summary>File name below the output folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>UTF-8 JSON with a last line break.</summary>
    public byte[] ToBytes() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Readable.Manifest), (byte)'\n'];

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>One fingerprint over many files: SHA-256 over their paths and hashes, first 12 digits.</summary>
    public static string FingerprintOf(IEnumerable<ManifestEntry> inputs)
    {
        var text = new StringBuilder();
        foreach (var input in inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{input.Path}\n{input.Sha256}\n");
        }

        return Hash(Encoding.UTF8.GetBytes(text.ToString()))[..12];
    }
}

/// <summary>A file of the manifest.</summary>
/// <param name="Path">Forward slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Key">What its bytes depend on besides the maker; null when nothing cheaper than the bytes tells, or
/// when there was something to say about it.</param>
internal sealed record ManifestEntry(
    string Path,
    long Size,
    string Sha256,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key = null
);

/// <summary>A share of a build（一份的记录）, beside what every manifest says.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Records">Fingerprint of the records of what was published, which are no input and change pages.</param>
/// <param name="Notices">What there was to say about the files, by file.</param>
internal sealed record ManifestShard(int Number, int Count, string Records, ImmutableArray<ManifestNotice> Notices);

/// <summary>What there was to say about a file of a share, so that who joins the shares says it.</summary>
/// <param name="File">Path of the manifest.</param>
/// <param name="Code">Code of the diagnostic.</param>
/// <param name="Severity">Warning or Note: a share with an error is not written.</param>
/// <param name="Place">Path that is told.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Line">1-based line, 0 for none.</param>
/// <param name="Column">1-based column, 0 for none.</param>
/// <param name="Message">Chinese text.</param>
internal sealed record ManifestNotice(
    string File,
    string Code,
    string Severity,
    string Place,
    string? Sheet,
    int Line,
    int Column,
    string Message
);

/// <summary>What a build was asked for, besides the date.</summary>
/// <param name="Periods">Only these periods; all when empty.</param>
/// <param name="BasePath">Where the site stands on its host.</param>
/// <param name="Pdf">Whether PDFs were made.</param>
internal sealed record ManifestOptions(ImmutableArray<string> Periods, string BasePath, bool Pdf);

/// <summary>A font of the manifest.</summary>
/// <param name="Role">Role.</param>
/// <param name="Name">PostScript name.</param>
/// <param name="File">File name without its folder.</param>
internal sealed record ManifestFont(string Role, string Name, string File);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>For writing and for reading.</summary>
    public static ManifestJson Readable { get; } = new(StoredJson.Options());
}
