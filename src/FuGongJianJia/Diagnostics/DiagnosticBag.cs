using System.Collections.Immutable;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Diagnostics;

/// <summary>
/// Collects the diagnostics of one run（诊断收集）. A broken file of 100,000 rows says the same thing 100,000 times, so at
/// most
/// <paramref name="maximumPerFile"/> of each severity are kept for a file and the rest are counted. Neither a place nor
/// a message leaves
/// here unmasked: a file, too, may be named after a person's number.
/// </summary>
/// <param name="maximumPerFile">Kept for each file and severity.</param>
public sealed class DiagnosticBag(int maximumPerFile = 50)
{
    private readonly List<Diagnostic> _kept = [];
    private readonly Dictionary<(string Path, Severity Severity), int> _counts = [];

    /// <summary>True when at least one error was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reports with the code's own severity.</summary>
    public void Add(DiagnosticCode code, SourcePlace place, string message) => Add(code, code.Severity, place, message);

    /// <summary>
    /// Reports a message that is costly to make (a search for near names), made only when it will be kept.
    /// </summary>
    public void Add(DiagnosticCode code, SourcePlace place, Func<string> message)
    {
        if (Accepts(place.Path, code.Severity))
        {
            Add(code, place, message());
        }
        else
        {
            Add(code, place, "");
        }
    }

    /// <summary>Everything reported, sorted, with one line for what was left out of each file.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        var all = new List<Diagnostic>(_kept);
        foreach (var ((path, severity), count) in _counts)
        {
            if (count > maximumPerFile)
            {
                var more = count - maximumPerFile;
                all.Add(
                    new(
                        FileCodes.More.Id,
                        severity,
                        Masked(new(path, int.MaxValue)),
                        $"另有 {more} 处{Diagnostic.Word(severity)}没有列出。多半是同一个原因，改正上面各处后再运行一次。"
                    )
                );
            }
        }

        all.Sort();

        // The count stands after the last line of its file, which is where int.MaxValue sorted it; the line itself says
        // nothing.
        return [.. all.Select(d => d.Place.Line == int.MaxValue ? d with { Place = d.Place with { Line = 0 } } : d)];
    }

    private bool Accepts(string path, Severity severity) =>
        _counts.GetValueOrDefault((path, severity)) < maximumPerFile;

    private void Add(DiagnosticCode code, Severity severity, SourcePlace place, string message)
    {
        HasErrors |= severity == Severity.Error;
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _counts,
            (place.Path, severity),
            out _
        );
        if (count++ < maximumPerFile)
        {
            _kept.Add(new(code.Id, severity, Masked(place), PersonalData.Mask(message)));
        }
    }

    private static SourcePlace Masked(SourcePlace place) =>
        place with
        {
            Path = PersonalData.Mask(place.Path),
            Sheet = place.Sheet is { } sheet ? PersonalData.Mask(sheet) : null,
        };
}
