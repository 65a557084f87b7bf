using System.Text;

namespace FuGongJianJia.Import.Files.Csv;

/// <summary>Finds the delimiter（分隔符）: comma, tab, semicolon, full-width comma or bar.</summary>
internal static class DelimiterSniffer
{
    private const int Sample = 64 * 1024;

    private static readonly string[] Candidates = [",", "\t", ";", "，", "|"];

    /// <summary>
    /// The candidate that splits the header line into the most cells that are names of columns; when no line is
    /// recognised, the one that splits most lines. Counting marks alone fails on titles and on cells full of commas.
    /// </summary>
    public static string Find(ReadOnlySpan<byte> utf8, Func<string, bool> isColumn)
    {
        var lines = Encoding
            .UTF8.GetString(utf8[..Math.Min(utf8.Length, Sample)])
            .Split(['\n', '\r'], 40, StringSplitOptions.RemoveEmptyEntries);
        var best = ",";
        var bestScore = (Columns: 0, Lines: 0);
        foreach (var candidate in Candidates)
        {
            var columns = lines
                .Take(30)
                .Select(line => line.Split(candidate).Count(cell => isColumn(cell.Trim('"', ' '))))
                .DefaultIfEmpty(0)
                .Max();
            var split = lines.Count(line => line.Contains(candidate, StringComparison.Ordinal));
            if (
                (columns > 1 && columns > bestScore.Columns)
                || (columns == bestScore.Columns && split > bestScore.Lines)
                || (bestScore.Columns <= 1 && columns <= 1 && split > bestScore.Lines)
            )
            {
                (best, bestScore) = (candidate, (columns > 1 ? columns : 0, split));
            }
        }

        return best;
    }

    /// <summary>The delimiter's Chinese name.</summary>
    public static string Name(string delimiter) =>
        delimiter switch
        {
            "\t" => "制表符",
            ";" => "英文分号",
            "，" => "中文逗号",
            "|" => "竖线",
            _ => "英文逗号",
        };
}
