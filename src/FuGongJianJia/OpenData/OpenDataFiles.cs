using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.OpenData;

/// <summary>
/// Open data（开放数据）: the published figures as CSV and JSON, from the public edition itself, so that small numbers are
/// withheld here exactly as on the pages and a union that is not public is in neither.
/// </summary>
public static class OpenDataFiles
{
    private const string Folder = "site/data/";

    /// <summary>
    /// 校验值: in the folder of each period, the SHA-256 of every other file in it. Its own SHA-256 stands for the
    /// period's whole open data; see <see cref="Digests"/>.
    /// </summary>
    public const string ChecksumFile = "sha256sums.txt";

    // Chinese stays readable; < > & ' stay escaped, should a page ever embed the file.
    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Every file: path below output/ (forward slashes, ASCII) and bytes, sorted by path.</summary>
    public static ImmutableArray<(string Path, byte[] Content)> Create(PublicEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var indicators = OpenTables.Indicators(edition.Settings.SmallNumberThreshold);
        var files = new List<(string Path, byte[] Content)>
        {
            (Folder + "dictionary.csv", Dictionary(indicators)),
            (Folder + "scores.schema.json", Schema()),
        };
        foreach (var period in edition.Periods)
        {
            var folder = $"{Folder}{period.Period}/";
            var all = period.Towns.Prepend(period.District).Concat(period.Unions).ToList();
            files.Add((folder + OpenTables.Scores.File, OpenTables.Scores.Csv(all)));
            files.Add((folder + "scores.json", ScoresJson(edition, period, all)));
            files.Add(
                (folder + indicators.File, indicators.Csv(all.SelectMany(u => u.Indicators.Select(i => (u, i)))))
            );
            files.Add(
                (
                    folder + OpenTables.Commendations.File,
                    OpenTables.Commendations.Csv(OpenTables.Granted(edition, period))
                )
            );
            files.Add(
                (
                    folder + OpenTables.Catalogue.File,
                    OpenTables.Catalogue.Csv(period.Indicators.SelectMany(i => i.Variants))
                )
            );
        }

        files.AddRange([
            .. edition.Periods.Select(p => $"{Folder}{p.Period}/").Select(f => (f + ChecksumFile, Checksums(f, files))),
        ]);
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>SHA-256 of files, lower-case hexadecimal, by path below site/.</summary>
    public static ImmutableSortedDictionary<string, string> Digests(IEnumerable<(string Path, byte[] Content)> files) =>
        files.ToImmutableSortedDictionary(
            f => f.Path["site/".Length..],
            f => Convert.ToHexStringLower(SHA256.HashData(f.Content)),
            StringComparer.Ordinal
        );

    // As sha256sum writes and checks it: digest, two blanks, name.
    private static byte[] Checksums(string folder, IEnumerable<(string Path, byte[] Content)> files) =>
        Encoding.ASCII.GetBytes(
            string.Concat(
                files
                    .Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal))
                    .OrderBy(f => f.Path, StringComparer.Ordinal)
                    .Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Content))}  {f.Path[folder.Length..]}\n")
            )
        );

    /// <summary>scores.csv of the given results alone, for a report's attachment.</summary>
    public static byte[] Scores(IEnumerable<UnionResult> results) => OpenTables.Scores.Csv(results);

    private static byte[] Dictionary(OpenTable<(UnionResult, IndicatorResult)> indicators)
    {
        return SpreadsheetCsv.ToBytes(
            ["文件", "表", "列", "类型", "说明"],
            [
                .. Rows(OpenTables.Scores),
                .. Rows(indicators),
                .. Rows(OpenTables.Commendations),
                .. Rows(OpenTables.Catalogue),
            ]
        );

        static IEnumerable<string[]> Rows<T>(OpenTable<T> table) =>
            table.Columns.Select(c => (string[])[table.File, table.Title, c.Name, Word(c.Kind), c.Description]);
    }

    private static string Word(OpenKind kind) =>
        kind switch
        {
            OpenKind.Number => "数",
            OpenKind.Count => "整数",
            OpenKind.Date => "日期",
            OpenKind.Guarded => "数或文字",
            _ => "文字",
        };

    private static byte[] ScoresJson(PublicEdition edition, PublicPeriod period, List<UnionResult> all) =>
        Written(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "../scores.schema.json");
            json.WriteString("期间", period.Period.ToString());
            json.WriteString("数据截止日期", Iso(period.DataDate));
            json.WriteString("编制日期", Iso(edition.DateOf(period)));
            json.WriteString("数据指纹", edition.FingerprintOf(period));
            json.WriteBoolean("演示数据", edition.Settings.Demo);
            json.WriteStartArray("评分结果");
            foreach (var result in all)
            {
                json.WriteStartObject();
                foreach (var column in OpenTables.Scores.Columns)
                {
                    Property(json, column.Name, column.Value(result));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Property(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case int count:
                json.WriteNumber(name, count);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }

    private static byte[] Schema() =>
        Written(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "评分结果");
            json.WriteString("type", "object");
            Names(json, "required", ["期间", "数据截止日期", "编制日期", "数据指纹", "演示数据", "评分结果"]);
            json.WriteStartObject("properties");
            foreach (
                var (name, type) in new[]
                {
                    ("$schema", "string"),
                    ("期间", "string"),
                    ("数据截止日期", "string"),
                    ("编制日期", "string"),
                    ("数据指纹", "string"),
                    ("演示数据", "boolean"),
                }
            )
            {
                json.WriteStartObject(name);
                json.WriteString("type", type);
                json.WriteEndObject();
            }

            json.WriteStartObject("评分结果");
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteString("type", "object");
            Names(json, "required", OpenTables.Scores.Columns.Select(c => c.Name));
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var column in OpenTables.Scores.Columns)
            {
                json.WriteStartObject(column.Name);
                json.WriteString("description", column.Description);
                Names(
                    json,
                    "type",
                    [
                        column.Kind switch
                        {
                            OpenKind.Number => "number",
                            OpenKind.Count => "integer",
                            _ => "string",
                        },
                        "null",
                    ]
                );
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            write(json);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
