namespace FuGongJianJia.Writing;

/// <summary>
/// Bounds of Markdown（正文的限度）, found before it is parsed: parsers spend time on the square of the marks that could open
/// or close something, and memory on every level.
/// </summary>
internal static class MarkdownBounds
{
    // Of brackets, stars and so on between two blank lines, and in a whole text.
    private const int MostMarks = 2_000;
    private const int MostMarksInAll = 20_000;

    // Columns of a table; its cells, which end at a blank line like a paragraph; and those of all tables.
    private const int MostColumns = 50;
    private const int MostCells = 5_000;
    private const int MostCellsInAll = 20_000;

    // Columns of blanks, quotation and list marks before the text of a line: a level takes one or more.
    private const int MostPrefix = 64;

    /// <summary>The first place at which a text goes beyond its bounds; null for none.</summary>
    public static ArticleFault? Find(string markdown)
    {
        var (marks, all, number) = (0, 0, 0);
        var (cells, allCells) = (0, 0);
        var fenced = false;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            number++;
            var fence = line.TrimStart(" \t>");
            if (fence.StartsWith("```") || fence.StartsWith("~~~"))
            {
                fenced = !fenced;
            }

            if (!fenced && Prefix(line) > MostPrefix)
            {
                return new(ArticleFaultKind.TooDeep, number, MostPrefix + 1);
            }

            if (line.IsWhiteSpace())
            {
                (marks, cells) = (0, 0);
            }

            var columns = 0;
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] == '|' && (++columns > MostColumns || ++cells > MostCells || ++allCells > MostCellsInAll))
                {
                    return new(ArticleFaultKind.TooMany, number, at + 1);
                }

                if (
                    line[at] is '[' or ']' or '*' or '_' or '`' or '<' or '~'
                    && (++marks > MostMarks || ++all > MostMarksInAll)
                )
                {
                    return new(ArticleFaultKind.TooMany, number, at + 1);
                }
            }
        }

        return null;
    }

    // A line of nothing but list marks is a rule across the page.
    private static int Prefix(ReadOnlySpan<char> line)
    {
        var columns = 0;
        foreach (var c in line)
        {
            if (c is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or ')' or (>= '0' and <= '9'))
            {
                columns += c == '\t' ? 4 : 1;
            }
            else
            {
                return columns;
            }
        }

        return line.Contains('>') ? columns : 0;
    }
}
