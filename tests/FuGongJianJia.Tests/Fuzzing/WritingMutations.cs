using System.Text;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>
/// What goes wrong with what people write: settings, front matter, Markdown; above all depth and number.
/// </summary>
internal static class WritingMutations
{
    private static readonly string[] Yaml =
    [
        "? ",
        "- ",
        ": ",
        "[",
        "{",
        "}",
        "&a ",
        "*a",
        "<<: *a",
        "!!int ",
        "|\n ",
        ">-\n ",
        "\"",
        "'",
        "#",
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "\t",
        "标题: ",
        "权重: ",
        "字体: ",
        "排名: ",
    ];

    private static readonly string[] Markdown =
    [
        "> ",
        "- ",
        "1. ",
        "# ",
        "**",
        "*",
        "_",
        "[",
        "](",
        "![](",
        "`",
        "~~~",
        "|a|b|\n|-|-|\n|",
        "[^1]",
        "[^1]: ",
        ":   ",
        "<b>",
        "&nbsp;",
        "<javascript:alert(1)>",
        "[a](javascript:alert(1))",
        "[a](//x)",
        "![a](../x.png)",
        "![a](images/a.png)",
        "---\n",
        "\\",
        "$$",
        "^",
        "~",
        "==",
        "https://x.example/",
        "  \n",
        "\n\n",
    ];

    public static byte[] OfYaml(byte[] content, FuzzRandom random) => Of(content, random, Yaml);

    public static byte[] OfMarkdown(byte[] content, FuzzRandom random) => Of(content, random, Markdown);

    private static byte[] Of(byte[] content, FuzzRandom random, string[] tokens)
    {
        if (random.OneIn(8))
        {
            return Mutations.OfBytes(content, random);
        }

        var text = Encoding.UTF8.GetString(content);
        for (var n = random.Few(); n > 0; n--)
        {
            text = random.Below(4) switch
            {
                0 => Mutations.OfLines(text, random),
                1 => Mutations.Inside(text, random, _ => random.Pick(tokens)),
                2 => Mutations.Inside(text, random, piece => Repeated(piece, random, tokens)),
                _ => Mutations.Inside(text, random, _ => random.Pick(Mutations.Values)),
            };
        }

        return Mutations.Encoded(text, random);
    }

    // One inside another, or one after another.
    private static string Repeated(string piece, FuzzRandom random, string[] tokens)
    {
        var (open, many) = (random.Pick(tokens), random.Many());
        return string.Concat(Enumerable.Repeat(open, many))
            + piece
            + (random.OneIn(2) ? string.Concat(Enumerable.Repeat(random.Pick(tokens), many)) : "");
    }
}
