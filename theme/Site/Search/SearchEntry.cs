namespace FuGongJianJia.Theme.Site.Search;

/// <summary>One thing that can be found（检索条目）.</summary>
/// <param name="Url">Address below site/, with an anchor where there is one.</param>
/// <param name="Kind">What it is, as shown and searched: 基层工会 · 东溪镇总工会.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text that is searched and shown in part.</param>
/// <param name="Rank">0–9, which kind comes first among equals.</param>
/// <param name="ByInitials">True when it is found by the pinyin initials of its name too.</param>
public sealed record SearchEntry(string Url, string Kind, string Title, string Text, int Rank, bool ByInitials = false)
{
    /// <summary>What it is called: a query that is all in here comes first.</summary>
    public string Name { get; init; } = Title;

    /// <summary>Its code, which the text has too; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>别名: other words for it, parted by blanks; searched and never shown.</summary>
    public string Also { get; init; } = "";

    /// <summary>True for a line of a register: its name is found whole, and in parts like any text.</summary>
    public bool IsLine { get; init; }

    /// <summary>Pinyin initials of its name; empty where they do not find it.</summary>
    public string Initials => ByInitials ? Pinyin.Initials(Name) : "";

    /// <summary>
    /// What finds it at once when a query says it: its name, with and without the code before it, its code, and its
    /// other names.
    /// </summary>
    public IEnumerable<string> Wholes =>
        new[]
        {
            Name,
            Code,
            Code.Length > 0 && Name.StartsWith(Code, StringComparison.Ordinal) ? Name[Code.Length..] : "",
        }
            .Select(w => string.Concat(Tokenizer.Words(w)))
            .Concat(Tokenizer.Words(Also))
            .Where(w => w.Length > 1)
            .Distinct();

    /// <summary>Everything that is searched besides the pinyin initials.</summary>
    public string Body => Also.Length > 0 ? $"{Kind} {Title} {Text} {Also}" : $"{Kind} {Title} {Text}";
}
