using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>A heading found in the document（标题）.</summary>
/// <param name="Level">1–6.</param>
/// <param name="Words">Number and words, as contents, outline and running heads print them.</param>
/// <param name="Listed">In outline and contents.</param>
/// <param name="Depth">
/// Level in the structure, 1–6: one below the heading it stands under, whatever level its size made an author choose
/// (ISO 14289-1, 7.4.2).
/// </param>
internal sealed record HeadingEntry(int Level, string Words, bool Listed, int Depth);

/// <summary>
/// A walk over the document before anything is measured（通览）: numbers of headings, tables and figures, ids and what they
/// name, and the counters at the beginning of every top-level block.
/// </summary>
internal sealed class Survey
{
    private readonly Dictionary<string, (string Number, Phrase Title)> _named = new(StringComparer.Ordinal);
    private readonly NoticeLog _notices;
    private readonly Stack<int> _open = new();
    private Counters _counters;

    internal Survey(Document document, NoticeLog notices)
    {
        _notices = notices;
        var starts = ImmutableArray.CreateBuilder<ImmutableArray<Counters>>();
        foreach (var section in document.Sections)
        {
            var blocks = ImmutableArray.CreateBuilder<Counters>(section.Blocks.Length);
            foreach (var block in section.Blocks)
            {
                blocks.Add(_counters);
                Visit(block);
            }

            starts.Add(blocks.MoveToImmutable());
        }

        Starts = starts.ToImmutable();
    }

    /// <summary>Headings in order.</summary>
    internal List<HeadingEntry> Headings { get; } = [];

    /// <summary>Counters at each top-level block of each section.</summary>
    internal ImmutableArray<ImmutableArray<Counters>> Starts { get; }

    internal bool TryFind(string id, out (string Number, Phrase Title) found) => _named.TryGetValue(id, out found);

    internal static string TableNumber(int n) => string.Create(CultureInfo.InvariantCulture, $"表\u2060{n}");

    internal static string FigureNumber(int n) => string.Create(CultureInfo.InvariantCulture, $"图\u2060{n}");

    private void VisitAll(ImmutableArray<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
            Visit(block);
    }

    private void Visit(DocumentBlock block)
    {
        var (number, title) = ("", Phrase.Empty);
        switch (block)
        {
            case SectionHeading heading:
                number = heading.Number;
                title = heading.Content;
                _counters.Headings++;
                Headings.Add(new(heading.Level, number + title.PlainText, heading.Listed, Depth(heading.Level)));
                Visit(heading.Content);
                break;
            case TitleBlock { Content: var content }:
                title = content;
                Depth(1);
                Visit(content);
                break;
            case Paragraph paragraph:
                title = paragraph.Content;
                if (paragraph.RunIn is { } runIn)
                {
                    _counters.Headings++;
                    var words = runIn.Words.PlainText.TrimEnd('。');
                    Headings.Add(new(runIn.Level, words, runIn.Listed, Depth(runIn.Level)));
                    Visit(runIn.Content);
                }

                Visit(paragraph.Content);
                break;
            case Figure figure:
                if (figure.Title is { } figureTitle)
                    (number, title) = (FigureNumber(++_counters.Figures), figureTitle);
                Visit(title);
                Visit(figure.Note ?? Phrase.Empty);
                break;
            case ImageBlock image:
                if (image.Title is { } imageTitle)
                    (number, title) = (FigureNumber(++_counters.Figures), imageTitle);
                Visit(title);
                break;
            case Table table:
                if (table.Title is { } tableTitle)
                    (number, title) = (TableNumber(++_counters.Tables), tableTitle);
                Visit(title);
                VisitRows(table);
                foreach (var note in table.Notes)
                    Visit(note);
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                    VisitAll(item.Blocks);
                break;
            case Grid grid:
                foreach (var column in grid.Columns)
                    VisitAll(column.Blocks);
                break;
            case Panel panel:
                VisitAll(panel.Blocks);
                break;
            case KeepTogether group:
                VisitAll(group.Blocks);
                break;
            case MultiColumn columns:
                VisitAll(columns.Blocks);
                break;
            case Positioned positioned:
                VisitAll(positioned.Blocks);
                break;
            case BottomBlock bottom:
                VisitAll(bottom.Blocks);
                break;
        }

        if (block.Id is { } id)
            Name(id, number, title);
    }

    // Opens a heading and closes those of its level and below.
    private int Depth(int level)
    {
        while (_open.TryPeek(out var last) && last >= level)
            _open.Pop();
        _open.Push(level);
        return Math.Min(_open.Count, 6);
    }

    private void VisitRows(Table table)
    {
        foreach (var row in table.Head.Concat(table.Rows))
        {
            if (row.Id is { } id)
                Name(id, "", Phrase.Empty);
            foreach (var cell in row.Cells)
            {
                if (cell.Blocks.IsDefaultOrEmpty)
                    Visit(cell.Content);
                else
                    VisitAll(cell.Blocks);
            }
        }
    }

    private void Visit(Phrase phrase)
    {
        foreach (var inline in phrase.Inlines)
        {
            if (inline is Footnote)
                _counters.Notes++;
            else if (inline is Link link)
                Visit(link.Content);
        }
    }

    private void Name(string id, string number, Phrase title)
    {
        if (!_named.TryAdd(id, (number, title)))
            _notices.Add(new(NoticeKind.DuplicateId, 0, id, $"两个块同名“{id}”，互见只指向第一个。请改名。"));
    }
}
