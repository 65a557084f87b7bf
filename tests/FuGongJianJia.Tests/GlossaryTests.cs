using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests;

/// <summary>
/// The glossary names things as the code does: a name that strays, or a word that is left out, fails here.
/// </summary>
public sealed partial class GlossaryTests
{
    private static readonly Dictionary<string, Type[]> Types = typeof(Period)
        .Assembly.GetTypes()
        .Where(t => !t.IsNested)
        .GroupBy(t => t.Name, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Every enum that has Chinese words: those of the vocabulary, and the severities.</summary>
    public static TheoryData<string> Enums =>
        [.. Words().Select(w => w.Type.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_identifier_of_the_glossary_is_one_type_of_the_domain() =>
        Assert.All(Rows(), row => Assert.Single(Types.GetValueOrDefault(row.Identifier, [])));

    [Fact]
    public void Every_member_that_a_meaning_names_is_a_member_of_its_type() =>
        Assert.All(
            Rows(),
            row =>
                Assert.All(
                    Names().Matches(row.Meaning).Select(m => m.Groups[1].Value),
                    name => Assert.NotEmpty(Types[row.Identifier][0].GetMember(name))
                )
        );

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_closed_list_stands_in_the_glossary_with_all_its_words(string name)
    {
        var row = Assert.Single(Rows(), r => r.Identifier == name);
        Assert.All(
            Words().Where(w => w.Type.Name == name && w.Word.Length > 0),
            w => Assert.Contains($"{w.Word} `{w.Member}`", row.Meaning, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_term_and_an_identifier_stand_there_once()
    {
        Assert.Equal(Rows().Count, Rows().Select(r => r.Term).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Rows().Count, Rows().Select(r => r.Identifier).Distinct(StringComparer.Ordinal).Count());
    }

    // What Word(this TEnum) says of each value.
    private static IEnumerable<(Type Type, string Member, string Word)> Words() =>
        from method in typeof(Vocabulary).GetMethods().Append(typeof(Diagnostic).GetMethod(nameof(Diagnostic.Word))!)
        where method.Name == "Word" && method.GetParameters() is [{ ParameterType.IsEnum: true }]
        let type = method.GetParameters()[0].ParameterType
        from value in Enum.GetValues(type).Cast<object>()
        select (type, value.ToString()!, (string)method.Invoke(null, [value])!);

    private static List<(string Term, string Identifier, string Meaning)> Rows() =>
        [
            .. File.ReadLines(Repository.PathOf("input", "docs", "glossary.md"))
                .Where(l => l.StartsWith('|'))
                .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells[2].StartsWith('`'))
                .Select(cells => (cells[1], cells[2].Trim('`'), cells[3])),
        ];

    [GeneratedRegex("`([A-Z][A-Za-z]*)`")]
    private static partial Regex Names();
}
