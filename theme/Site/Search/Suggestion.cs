using System.Text.Json;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// A line of what is suggested while one types（检索建议）: name, code, other words, and of a common question its answer.
/// Lines of one kind whose addresses differ by the code alone share the rest of the address.
/// </summary>
internal sealed class Suggestion(SearchEntry entry)
{
    private const char Place = '*';

    /// <summary>Kinds in the order in which equals are suggested; any other comes after.</summary>
    public static string[] Order { get; } = [SearchEntries.AnswerKind, "镇街", "栏目", "指数", "指标", "报告"];

    /// <summary>What it is, as shown.</summary>
    public string Kind { get; } = entry.Kind;

    /// <summary>The kind without what tells its members apart: 基层工会 of 基层工会 · 东溪镇总工会.</summary>
    public string Group { get; } = entry.Kind.Split(" · ")[0];

    /// <summary>Name without the code before it.</summary>
    public string Name { get; } =
        entry.Code.Length > 0 && entry.Name.StartsWith(entry.Code, StringComparison.Ordinal)
            ? entry.Name[entry.Code.Length..].TrimStart()
            : entry.Name;

    /// <summary>Address, with an asterisk where the code stands.</summary>
    public string Pattern { get; } = PatternOf(entry);

    /// <summary>The line as JSON: [name, code, other words, answer], without what is empty at its end.</summary>
    public string Line(JsonSerializerOptions json)
    {
        var answer = entry.Kind == SearchEntries.AnswerKind ? entry.Text : "";
        string[] all = [Name, entry.Code, entry.Also, answer];
        return JsonSerializer.Serialize(all[..(Array.FindLastIndex(all, t => t.Length > 0) + 1)], json);
    }

    private static string PatternOf(SearchEntry entry)
    {
        var at = entry.Code.Length > 0 ? entry.Url.IndexOf($"/{entry.Code}/", StringComparison.Ordinal) : -1;
        return at < 0 ? entry.Url : $"{entry.Url[..(at + 1)]}{Place}{entry.Url[(at + 1 + entry.Code.Length)..]}";
    }
}
