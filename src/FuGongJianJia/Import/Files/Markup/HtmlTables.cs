using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Markup;

/// <summary>
/// Tables of a web page（网页里的表）, which old office systems export under the name .xls. Read by the rules of a browser,
/// and nothing in it is run or fetched.
/// </summary>
internal static partial class HtmlTables
{
    private const int MostSpan = 1000;

    /// <summary>Every table with rows of its own; none when the page cannot be read, which was reported.</summary>
    public static List<WorkbookSheet> Sheets(SourceFile file, ImportOptions options, LedgerBook book, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        if (Text(file, options, bag) is not { } text)
        {
            return [];
        }

        using var page = new HtmlParser().ParseDocument(text);
        var tables = page.QuerySelectorAll<IHtmlTableElement>("table")
            .Where(t => t.QuerySelector("table") is null)
            .ToList();
        if (tables.Count == 0)
        {
            bag.Add(
                FileCodes.WrongForm,
                place,
                "这是网页，里面没有表格（内容多半在同名的 .files 文件夹里）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”。"
            );
            return [];
        }

        bag.Add(FileCodes.Misnamed, place, "扩展名是 Excel 工作簿，内容却是网页，已按网页里的表读取。");
        return
        [
            .. tables.Select(
                (table, i) =>
                {
                    var name = tables.Count == 1 ? "" : FormattableString.Invariant($"第{i + 1}张表");
                    var at = name.Length == 0 ? place : place with { Sheet = name };
                    var bookPage = book.Page(at);
                    var rows = Rows(table, bookPage);
                    return new WorkbookSheet(
                        name,
                        false,
                        rows.Exists(r => !r.IsBlank),
                        bookPage,
                        () => new HeldRows(rows, null)
                    );
                }
            ),
        ];
    }

    // The page says its encoding where a browser looks for it; the strict decision comes first.
    private static string? Text(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        var head = Encoding.Latin1.GetString(file.Content.Span[..Math.Min(file.Content.Length, 2048)]);
        var stated = CharsetPattern().Match(head) is { Success: true } match
            ? match.Groups[1].Value.ToUpperInvariant()
            : "";
        var name =
            stated is "GB2312" or "GBK" or "GB18030" && !System.Text.Unicode.Utf8.IsValid(file.Content.Span)
                ? "GB18030"
                : options.Encoding;
        return TextDecoder.ToText(file, name, bag);
    }

    private static List<HeldRow> Rows(IHtmlTableElement table, LedgerPage page)
    {
        var rows = new List<HeldRow>();
        var reaching = new Dictionary<int, (int Rows, RawCell Cell)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<RawCell>();
            var line = rows.Count + 1;
            var at = 0;
            void Down()
            {
                while (reaching.TryGetValue(at, out var above))
                {
                    cells.Add(above.Cell);
                    if (above.Rows == 1)
                    {
                        reaching.Remove(at);
                    }
                    else
                    {
                        reaching[at] = (above.Rows - 1, above.Cell);
                    }

                    at++;
                }
            }

            foreach (var cell in row.Cells)
            {
                Down();
                var down = Math.Clamp(cell.RowSpan, 1, MostSpan);
                var content = new RawCell(Content(cell), down > 1 ? RawState.Merged : RawState.Sound);
                for (var i = 0; i < Math.Clamp(cell.ColumnSpan, 1, MostSpan); i++)
                {
                    var shown = i == 0 ? content : RawCell.Blank;
                    cells.Add(shown);
                    if (down > 1)
                    {
                        reaching[at] = (down - 1, shown);
                    }

                    at++;
                }
            }

            Down();
            if (IsHidden(row) && cells.Exists(c => c.IsFilled))
            {
                page.Add(LedgerItem.HiddenRows, "照样读取", line);
            }

            rows.Add(new(line, [.. cells]));
        }

        return rows;
    }

    private static bool IsHidden(IElement row) =>
        row.GetAttribute("style") is { } style
        && style
            .Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase);

    // A line break in a cell stays one, so that two numbers below each other stay two.
    private static string Content(IElement cell)
    {
        var text = new StringBuilder();
        Append(cell, text, DigitForm.Plain);
        return text.ToString().Trim(' ', '\n', '\r', '\t', '\u00A0');
    }

    private static void Append(INode node, StringBuilder text, DigitForm form)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText plain:
                    text.Append(ShownDigits.Of(BlankPattern().Replace(plain.Data, " "), form));
                    break;
                case IHtmlScriptElement or IHtmlStyleElement:
                    break;
                case IElement { LocalName: "br" or "p" or "div" } element:
                    text.Append(text.Length > 0 ? "\n" : "");
                    Append(element, text, form);
                    break;
                case IElement { LocalName: "sup" }:
                    Append(child, text, DigitForm.Raised);
                    break;
                case IElement { LocalName: "sub" }:
                    Append(child, text, DigitForm.Lowered);
                    break;
                case IElement { LocalName: "s" or "strike" or "del" }:
                    Append(child, text, DigitForm.Struck);
                    break;
                default:
                    Append(child, text, form);
                    break;
            }
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();

    [GeneratedRegex("[ \\t\\r\\n]+")]
    private static partial Regex BlankPattern();
}
