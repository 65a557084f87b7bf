using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Tests.Site;

/// <summary>Reads the files of the compare page as its script does: from a code and a period to the figures.</summary>
internal sealed class CompareReader(IEnumerable<OutputFile> files)
{
    private const string Folder = "site/compare/";

    private readonly Dictionary<string, string> _scripts = files
        .Where(f =>
            f.Path.StartsWith(Folder, StringComparison.Ordinal) && f.Path.EndsWith(".js", StringComparison.Ordinal)
        )
        .ToDictionary(
            f => f.Path[Folder.Length..^".js".Length],
            f => Encoding.UTF8.GetString(f.Render().Content.Span),
            StringComparer.Ordinal
        );

    private readonly Dictionary<string, JsonElement> _read = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _scripts.Keys;

    public string Text(string name) => _scripts[name];

    public JsonElement Read(string name)
    {
        if (!_read.TryGetValue(name, out var json))
        {
            var before = $"FGC(\"{name}\",";
            Assert.StartsWith(before, _scripts[name], StringComparison.Ordinal);
            Assert.EndsWith(")\n", _scripts[name], StringComparison.Ordinal);
            _read.Add(name, json = JsonDocument.Parse(_scripts[name][before.Length..^2]).RootElement);
        }

        return json;
    }

    /// <summary>The file that holds a unit's figures; null when the period has no such unit.</summary>
    public string? FileOf(Period period, string code)
    {
        var head = Read(period.ToString());
        var towns = Texts(head.GetProperty("towns"));
        var size = head.GetProperty("size").GetInt32();
        var before = Texts(head.GetProperty("unions")).Count(first => string.CompareOrdinal(first, code) <= 0) - 1;
        var at = Array.IndexOf(towns, code);
        return at >= 0 ? $"{period}.{at / size}"
            : before >= 0 ? $"{period}.{((towns.Length + size - 1) / size) + before}"
            : null;
    }

    public (JsonElement Unit, JsonElement Rules)? Find(Period period, string code)
    {
        if (FileOf(period, code) is not { } name)
        {
            return null;
        }

        var file = Read(name);
        var found = file.GetProperty("units")
            .EnumerateArray()
            .Where(u => u.GetProperty("code").GetString() == code)
            .ToArray();
        return found is [var unit] ? (unit, file.GetProperty("rules")) : null;
    }

    public static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetString()!)];

    public static int Gzip(string text)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)to.Length;
    }
}
