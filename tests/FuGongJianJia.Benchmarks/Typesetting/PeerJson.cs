using System.Text.Json;

namespace FuGongJianJia.Benchmarks.Typesetting;

/// <summary>Reads the content that the other engines were given（对照内容）.</summary>
internal static class PeerJson
{
    internal static PeerBrief Brief(JsonElement brief)
    {
        var (head, rows) = Table(brief.GetProperty("table"));
        return new(
            Text(brief, "title"),
            Text(brief, "sub"),
            [.. brief.GetProperty("kpis").EnumerateArray().Select(k => (k[0].GetString()!, k[1].GetString()!))],
            Texts(brief.GetProperty("paras")),
            Chart(brief.GetProperty("chart")),
            head,
            rows
        );
    }

    internal static PeerReport Report(JsonElement report) =>
        new(
            Text(report, "title"),
            Text(report, "org"),
            Text(report, "date"),
            [
                .. report
                    .GetProperty("chapters")
                    .EnumerateArray()
                    .Select(c =>
                        (Text(c, "title"), c.GetProperty("sections").EnumerateArray().Select(Section).ToArray())
                    ),
            ]
        );

    private static PeerSection Section(JsonElement section)
    {
        var chart = section.GetProperty("chart");
        var table = section.GetProperty("table");
        var (head, rows) = table.ValueKind == JsonValueKind.Null ? (null, null) : Table(table);
        return new(
            Text(section, "title"),
            Texts(section.GetProperty("paras")),
            chart.ValueKind == JsonValueKind.Null ? null : Chart(chart),
            head,
            rows
        );
    }

    private static PeerChart Chart(JsonElement chart) =>
        new(
            Text(chart, "title"),
            Texts(chart.GetProperty("labels")),
            [.. chart.GetProperty("values").EnumerateArray().Select(v => v.GetInt32())]
        );

    private static (string[] Head, string[][] Rows) Table(JsonElement table) =>
        (Texts(table.GetProperty("head")), [.. table.GetProperty("rows").EnumerateArray().Select(Texts)]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(t => t.GetString()!)];
}
