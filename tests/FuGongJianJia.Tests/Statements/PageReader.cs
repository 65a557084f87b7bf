using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Office;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Reads a page as it is built: headings, paragraphs, lists, tables with heads, figures' words.</summary>
internal sealed class PageReader(SecondOffice office, Reader reader, Tally tally)
{
    private static readonly HtmlParser Parser = new();

    public void Read(string path, string html)
    {
        var main = Parser.ParseDocument(html).QuerySelector("main");
        if (main is not null)
        {
            Walk(main, SceneOf(path));
        }
    }

    /// <summary>What a page is about stands in its address.</summary>
    public Scene SceneOf(string path)
    {
        var parts = path.Split('/');
        var latest = office.Periods.Last(p => p.Period.Kind == PeriodKind.Year);
        var scene = new Scene(office, path) { P = latest, U = latest.District };
        var at = Array.FindIndex(parts, p => Period.TryParse(p, out _));
        if (at >= 0 && office.Raw.Periods.Contains(Period.Parse(parts[at])))
        {
            scene.P = office.Of(Period.Parse(parts[at]));
            scene.U = scene.P.District;
        }

        if (path == OfficePage.Home)
        {
            scene.P = office.Periods.Last();
            scene.U = scene.P.District;
        }

        switch (parts)
        {
            case [_, "unions" or "towns", var code, ..]:
                scene.U = scene.P.Unit(code) ?? scene.U;
                break;
            case ["unions", var code, ..]:
                var told = office.Periods.LastOrDefault(p => p.Unit(code)?.Figures.Total is not null) ?? latest;
                told =
                    office.Periods.LastOrDefault(p =>
                        p.Period.Kind == PeriodKind.Year && p.Unit(code)?.Figures.Total is not null
                    ) ?? told;
                scene.P = told;
                scene.U = told.Unit(code);
                break;
            case [_, "indexes", var slug, ..]:
                scene.K = Array.IndexOf(["red", "norm", "vigour", "warmth", "harmony"], slug);
                break;
            case [_, "tasks", var task, _]:
                scene.Task = scene.P.Tasks.Find(t => t.Code == task);
                break;
            case ["internal", _, "shortfalls", var file]:
                scene.Code = file.Split('.')[0].ToUpperInvariant();
                break;
            case [_, "indicators", var code, ..]:
                scene.Code = code;
                break;
        }

        return scene;
    }

    private void Walk(IElement element, Scene scene)
    {
        if (element.GetAttribute("aria-hidden") == "true")
        {
            return;
        }

        var within = Within(element, scene);
        switch (element.LocalName)
        {
            case "table":
                Table(element, within);
                return;
            case "svg":
                Drawing(element, within);
                return;
            case "img":
                Say(element, "图", element.GetAttribute("alt") ?? "", within);
                return;
            case "h1" or "h2" or "h3" or "h4" or "figcaption" or "summary":
                Say(element, "题", Text(element), within);
                return;
            case "dl":
                foreach (var term in element.QuerySelectorAll("dt"))
                {
                    Say(element, "句", $"{Text(term)}：{Text(term.NextElementSibling!)}", within);
                }

                return;
            case "p"
            or "li"
            or "dd"
            or "a"
            or "small"
            or "span"
            or "b" when element.QuerySelector("p,li,table,svg,ul,ol,dl,div") is null:
                Say(element, "句", Text(element), within);
                return;
        }

        foreach (var child in element.Children)
        {
            Walk(child, within);
        }
    }

    // A list item or a row may speak of another unit or index than its page.
    private Scene Within(IElement element, Scene scene)
    {
        if (scene.Place == OfficePage.Home && HeadOf(element) is { } head)
        {
            var period = office.Periods.Single(p => p.Period.Title == head);
            return scene with { P = period, U = period.District };
        }

        if (element.LocalName == "details" && element.QuerySelector("summary .code") is { Id: { } task })
        {
            return scene with { Task = scene.P.Tasks.Find(t => t.Code == task) };
        }

        var k = Array.FindIndex(
            ["red", "norm", "vigour", "warmth", "harmony"],
            slug => element.ClassList.Contains(slug)
        );
        if (element.LocalName == "details" && element.QuerySelector("summary[id]")?.Id is { Length: 3 } code)
        {
            return scene with { Code = code };
        }

        var told = element.GetAttribute("data-code") is { } named ? scene with { Code = named } : scene;
        return element.LocalName == "li" && k >= 0 ? told with { K = k, Topic = "五" } : told;
    }

    private static string? HeadOf(IElement element) =>
        element.LocalName == "section" && element.QuerySelector("h2") is { } head ? Text(head) : null;

    private void Say(IElement element, string kind, string text, Scene scene)
    {
        if (text.Length > 0)
        {
            var topic = element.ClassName ?? "";
            reader.Read(
                new(
                    kind,
                    text,
                    scene with
                    {
                        Topic = $"{element.LocalName}.{topic} {element.ParentElement?.ClassName}",
                    }
                )
            );
        }
    }

    private void Table(IElement table, Scene scene)
    {
        var caption = table.QuerySelector("caption") is { } c ? Text(c) : "";
        Say(table, "题", caption, scene);
        var heads = table.QuerySelectorAll("thead th").Select(Text).ToList();
        var rows = table
            .QuerySelectorAll("tbody tr")
            .Select(IReadOnlyList<string> (r) => [.. r.Children.Select(Text)])
            .ToList();
        Cells.Read(new(caption, heads, rows), scene, tally);
    }

    // The words of a figure; and its labels, each of which must stand in its words.
    private void Drawing(IElement svg, Scene scene)
    {
        foreach (var words in svg.QuerySelectorAll("title,desc"))
        {
            Say(words, "图", Text(words), scene);
        }
    }

    /// <summary>Text without what is not read out; parts that stand apart are kept apart.</summary>
    private static string Text(IElement element)
    {
        var text = new StringBuilder();
        Add(element);
        return text.ToString().Trim('，');

        void Add(INode node)
        {
            if (node is IText words)
            {
                text.Append(string.Concat(words.Data.Where(c => !char.IsWhiteSpace(c))));
                return;
            }

            if (
                node is IElement { LocalName: "svg" or "script" }
                || (node as IElement)?.GetAttribute("aria-hidden") == "true"
            )
            {
                return;
            }

            var apart =
                node is IElement { LocalName: "small" or "b" or "br" or "li" }
                && element.LocalName is ("li" or "summary" or "h2");
            text.Append(apart && text.Length > 0 && text[^1] != '，' ? "，" : "");
            foreach (var child in node.ChildNodes)
            {
                Add(child);
            }

            text.Append(apart && text.Length > 0 && text[^1] != '，' ? "，" : "");
        }
    }
}
