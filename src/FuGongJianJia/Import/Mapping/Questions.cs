using System.Collections.Immutable;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// What only the office can answer（存疑）: each question by a name of its own, so that an answer given under that name is
/// taken the next time.
/// </summary>
/// <param name="answers">Answers, by the names of their questions.</param>
internal sealed class Questions(IReadOnlyDictionary<string, string> answers)
{
    /// <summary>Behind what nobody has looked at.</summary>
    public const string Confirm = "待确认";

    private readonly List<Doubt> _open = [];

    /// <summary>What is still open, in the order of the sheets.</summary>
    public IReadOnlyList<Doubt> Open => _open;

    /// <summary>True when an answer was given.</summary>
    public bool IsAnswered(string name) => answers.ContainsKey(name);

    /// <summary>The answer, or what is taken without one.</summary>
    public string Ask(string name, string question, string otherwise, ImmutableArray<string> choices)
    {
        if (answers.TryGetValue(name, out var answer))
        {
            return answer;
        }

        if (_open.TrueForAll(d => d.Name != name))
        {
            _open.Add(new(name, question, otherwise, choices));
        }

        return otherwise;
    }
}

/// <summary>A question that only the office can answer（存疑）.</summary>
/// <param name="Name">By which an answer is given.</param>
/// <param name="Question">Without a question mark.</param>
/// <param name="Proposed">What is taken without an answer.</param>
/// <param name="Choices">The answers there are; none for a text.</param>
public sealed record Doubt(string Name, string Question, string Proposed, ImmutableArray<string> Choices);
