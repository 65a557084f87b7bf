using System.Text;
using System.Text.Json;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

public sealed class OpenDataTests
{
    private static readonly PublicEdition Edition = Small.Compose(RandomData.Make(3));

    [Fact]
    public void Scores_have_exactly_the_columns_of_the_design()
    {
        var text = Text("site/data/2024/scores.csv");
        Assert.StartsWith(
            "组织编码,组织名称,层级,上级编码,分组,红色指数,规范指数,活力指数,温暖指数,和谐指数,总指数,等次,覆盖率,名次,并列,可比变化,星级\r\n",
            text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "组织编码,指标编码,分子,分母,数值,状态,得分,分值\r\n",
            Text("site/data/2024/indicators.csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_begin_with_a_byte_order_mark_and_every_record_has_as_many_cells_as_the_header()
    {
        foreach (
            var (path, content) in OpenDataFiles
                .Create(Edition)
                .Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal))
        )
        {
            Assert.Equal([0xEF, 0xBB, 0xBF], content[..3]);
            var records = Records(Encoding.UTF8.GetString(content[3..]));
            Assert.All(records, r => Assert.Equal((path, records[0].Count), (path, r.Count)));
        }
    }

    [Fact]
    public void The_small_number_mark_is_that_of_the_settings_in_rows_and_in_the_dictionary()
    {
        var small = new Small { Settings = new() { SmallNumberThreshold = 8 } }
            .Indicator("W01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2")
            .Union("C3")
            .Ratio("C1", "W01", 6, 40)
            .Ratio("C2", "W01", 20, 40)
            .Ratio("C3", "W01", 30, 60);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        var edition = small.Compose();
        var files = OpenDataFiles
            .Create(edition)
            .ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content), StringComparer.Ordinal);
        foreach (var path in new[] { "site/data/dictionary.csv", "site/data/2024/indicators.csv" })
        {
            Assert.Contains("＜8", files[path], StringComparison.Ordinal);
            Assert.DoesNotContain("＜5", files[path], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Unions_that_are_not_public_are_in_no_file()
    {
        var hidden = RandomData
            .Make(3)
            .Periods.SelectMany(p => p.Organisations)
            .Where(o => !o.IsPublic)
            .Select(o => o.Code)
            .ToHashSet();
        Assert.NotEmpty(hidden);
        foreach (var (_, content) in OpenDataFiles.Create(Edition))
        {
            Assert.All(
                hidden,
                code => Assert.DoesNotContain(code + ",", Encoding.UTF8.GetString(content), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Json_holds_the_same_figures_as_the_table_and_its_schema_names_the_same_columns()
    {
        using var json = JsonDocument.Parse(Text("site/data/2024/scores.json"));
        using var schema = JsonDocument.Parse(Text("site/data/scores.schema.json"));
        var records = Records(Text("site/data/2024/scores.csv"));
        var rows = json.RootElement.GetProperty("评分结果").EnumerateArray().ToList();
        Assert.Equal(records.Count - 1, rows.Count);
        Assert.Equal(records[0], rows[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            records[0],
            schema
                .RootElement.GetProperty("properties")
                .GetProperty("评分结果")
                .GetProperty("items")
                .GetProperty("properties")
                .EnumerateObject()
                .Select(p => p.Name)
        );
        for (var r = 0; r < rows.Count; r++)
        {
            Assert.Equal(
                records[r + 1],
                rows[r].EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.Null ? "" : p.Value.ToString())
            );
        }
    }

    [Fact]
    public void Chinese_stays_readable_in_json() =>
        Assert.Contains("\"组织名称\": \"A0工会\"", Text("site/data/2024/scores.json"), StringComparison.Ordinal);

    [Fact]
    public void The_dictionary_explains_every_column()
    {
        var explained = Records(Text("site/data/dictionary.csv"))
            .Skip(1)
            .Where(r => r[4].Length > 0)
            .Select(r => r[0] + r[2])
            .ToHashSet();
        foreach (var file in new[] { "scores.csv", "indicators.csv", "commendations.csv", "catalogue.csv" })
        {
            Assert.All(Records(Text("site/data/2024/" + file))[0], column => Assert.Contains(file + column, explained));
        }
    }

    [Fact]
    public void The_checksums_of_a_period_are_those_of_its_other_files_as_sha256sum_writes_them()
    {
        var files = OpenDataFiles.Create(Edition);
        var digests = OpenDataFiles.Digests(files);
        var lines = Text("site/data/2024/sha256sums.txt").Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(
            files
                .Where(f => f.Path.StartsWith("site/data/2024/", StringComparison.Ordinal))
                .Select(f => f.Path["site/".Length..])
                .Where(p => p != "data/2024/sha256sums.txt")
                .Select(p => $"{digests[p]}  {p["data/2024/".Length..]}"),
            lines[..^1]
        );
    }

    private static string Text(string path) =>
        Encoding.UTF8.GetString(OpenDataFiles.Create(Edition).Single(f => f.Path == path).Content).TrimStart('\uFEFF');

    // A plain RFC 4180 reader for these tests.
    private static List<List<string>> Records(string text)
    {
        List<List<string>> records = [];
        List<string> record = [];
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"')
                {
                    cell.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[i++]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (text[i] == '"')
            {
                quoted = true;
            }
            else if (text[i] is ',' or '\r')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\r')
                {
                    records.Add(record);
                    record = [];
                    i++;
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        return records;
    }
}
