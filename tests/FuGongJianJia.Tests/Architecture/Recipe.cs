using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>A recipe of RECIPES.md（配方）: what it adds, and its blocks in their order.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">Files to write and places to edit.</param>
internal sealed partial record Recipe(string Title, ImmutableArray<RecipeBlock> Blocks)
{
    /// <summary>The recipes of the repository.</summary>
    public static ImmutableArray<Recipe> All { get; } = Read(File.ReadAllText(Repository.PathOf("RECIPES.md")));

    /// <summary>Reads the recipes of a text: a heading of the second level begins one.</summary>
    public static ImmutableArray<Recipe> Read(string markdown)
    {
        var recipes = ImmutableArray.CreateBuilder<Recipe>();
        foreach (Match match in Parts().Matches(markdown))
        {
            if (match.Groups["title"] is { Success: true } title)
            {
                recipes.Add(new(title.Value, []));
            }
            else
            {
                var block = new RecipeBlock(
                    match.Groups["form"].Value,
                    match.Groups["path"].Value,
                    match.Groups["text"].Value
                );
                recipes[^1] = recipes[^1] with { Blocks = recipes[^1].Blocks.Add(block) };
            }
        }

        return recipes.ToImmutable();
    }

    /// <summary>Does what it says.</summary>
    /// <param name="root">The tree.</param>
    /// <exception cref="InvalidOperationException">A block does not fit the tree.</exception>
    public void Follow(string root)
    {
        foreach (var block in Blocks)
        {
            block.Apply(root);
        }
    }

    [GeneratedRegex(
        @"^## (?<title>[^\n]+)$|^```(?<form>\w+) file=(?<path>\S+)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Parts();
}

/// <summary>A block of a recipe（代码块）: a new file, or with the form diff an edit of one.</summary>
/// <param name="Form">Language of the block.</param>
/// <param name="Path">File below the root of the tree.</param>
/// <param name="Text">The file, or lines that stay (space), come (+) and go (-), by place (@@).</param>
internal sealed record RecipeBlock(string Form, string Path, string Text)
{
    public bool IsEdit => Form == "diff";

    /// <summary>Writes or edits the file.</summary>
    /// <param name="root">The tree.</param>
    /// <exception cref="InvalidOperationException">
    /// A new file is there already, or lines do not stand in the file exactly once.
    /// </exception>
    public void Apply(string root)
    {
        var path = System.IO.Path.Combine(root, Path);
        if (IsEdit)
        {
            var edited = Text.Split("@@\n").Aggregate(Lines(File.ReadAllText(path)), Edit);
            File.WriteAllText(path, string.Join('\n', edited));
            return;
        }

        if (File.Exists(path))
        {
            throw new InvalidOperationException($"{Path} is there already.");
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text);
    }

    private ImmutableArray<string> Edit(ImmutableArray<string> file, string edit)
    {
        var lines = Lines(edit.TrimEnd('\n'));
        var before = Side(lines, '+');
        var places = Enumerable
            .Range(0, Math.Max(0, file.Length - before.Length + 1))
            .Where(at => file.AsSpan(at, before.Length).SequenceEqual(before.AsSpan()))
            .ToArray();
        return places is [var place]
            ? file.RemoveRange(place, before.Length).InsertRange(place, Side(lines, '-'))
            : throw new InvalidOperationException(
                $"These lines stand in {Path} {places.Length} times, not once:\n{string.Join('\n', before)}"
            );
    }

    // Without the additions what was, without the removals what shall be. Editors may cut the space of a blank line.
    private static ImmutableArray<string> Side(ImmutableArray<string> lines, char without) =>
        [.. lines.Where(l => !l.StartsWith(without)).Select(l => l.Length == 0 ? l : l[1..])];

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n')];
}
