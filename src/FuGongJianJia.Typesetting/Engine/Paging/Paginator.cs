using System.Globalization;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>Makes the pages of a document（分页）: sections one after the other, each page with its number.</summary>
internal sealed class Paginator(Document document, NoticeLog notices)
{
    private const string Cover = "封";
    private const string Ordinals = "一二三四五六七八九十";

    private readonly List<PagePlan> _pages = [];
    private int _next = 1;

    /// <summary>Makes the pages of all sections; never none.</summary>
    /// <param name="sections">Boxes of each section.</param>
    internal List<PagePlan> Run(IReadOnlyList<List<Box>> sections)
    {
        for (var s = 0; s < sections.Count; s++)
            Fill(s, [.. sections[s]]);
        if (_pages.Count == 0)
            AddPage(0, isFirst: false);
        NameUnprinted();
        return _pages;
    }

    // A cover and the blanks of the front matter print no number, and the one they are counted by is printed elsewhere:
    // they are called as the trade calls them, so that a viewer asked for page 1 knows which. A page that prints none
    // and goes on from the one before keeps its number.
    private void NameUnprinted()
    {
        if (!_pages.Any(IsPrinted))
            return;
        var count = 0;
        for (var i = 0; i < _pages.Count; i++)
        {
            if (IsPrinted(_pages[i]) || (i > 0 && GoesOn(_pages[i - 1], _pages[i])))
                continue;
            var ordinal =
                ++count <= Ordinals.Length
                    ? Ordinals.Substring(count - 1, 1)
                    : count.ToString(CultureInfo.InvariantCulture);
            _pages[i] = _pages[i] with { Label = Cover + ordinal };
        }
    }

    private bool GoesOn(PagePlan before, PagePlan page) =>
        !before.Label.StartsWith(Cover, StringComparison.Ordinal)
        && before.Number + 1 == page.Number
        && StyleOf(before) == StyleOf(page);

    private NumberStyle StyleOf(PagePlan page) => document.Sections[page.Section].Numbering.Style;

    private bool IsPrinted(PagePlan page) =>
        !page.IsBlank
        && !document.Sections.IsEmpty
        && document.Sections[page.Section].Numbering.Place != PageNumberPlace.None;

    private void Fill(int index, List<Box> boxes)
    {
        var section = document.Sections[index];
        if (section.OnOddPage)
            GoToOddPage(index);
        if (section.Numbering.Start is { } start)
            _next = start;
        var isFirst = true;
        var next = 0;
        do
        {
            var page = AddPage(index, isFirst);
            isFirst = false;
            var filler = new PageFiller(page, boxes, next, section.Page, notices);
            next = filler.Fill();
            if (filler.EndsBeforeOddPage && next < boxes.Count)
                GoToOddPage(index);
        } while (next < boxes.Count);
    }

    // The sheet of paper decides, not the number printed on it: numbers may begin anew behind a cover of one page.
    private void GoToOddPage(int section)
    {
        if (_pages.Count % 2 != 0)
            _pages.Add(NewPage(section, isFirst: false) with { IsBlank = true });
    }

    private PagePlan AddPage(int section, bool isFirst)
    {
        var page = NewPage(section, isFirst);
        _pages.Add(page);
        return page;
    }

    private PagePlan NewPage(int section, bool isFirst)
    {
        var number = _next++;
        var isRoman = !document.Sections.IsEmpty && document.Sections[section].Numbering.Style == NumberStyle.Roman;
        return new()
        {
            Section = section,
            Sheet = _pages.Count + 1,
            Number = number,
            IsFirstOfSection = isFirst,
            Label = isRoman ? RomanNumerals.Of(number) : number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
