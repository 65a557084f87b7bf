using System.Text.Json.Nodes;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>
/// What a command tells a program（事件）: one JSON object a line, each with its kind in <c>event</c>. Whoever reads them
/// passes over kinds and properties that it does not know.
/// </summary>
/// <param name="output">Where the lines go.</param>
internal sealed class EventLog(TextWriter output)
{
    private readonly Lock _writing = new();

    /// <summary>A stage that is done: <c>stage</c>, its name, what it gave, seconds since the start.</summary>
    public void Stage(string name, string? said, TimeSpan elapsed) =>
        Write(
            "stage",
            new()
            {
                ["name"] = name,
                ["said"] = said,
                ["seconds"] = Seconds(elapsed),
            }
        );

    /// <summary>Work of many steps that goes on: <c>progress</c>.</summary>
    public void Progress(string name, Pace pace) =>
        Write(
            "progress",
            new()
            {
                ["name"] = name,
                ["done"] = pace.Done,
                ["total"] = pace.Total,
                ["perSecond"] = Math.Round(pace.PerSecond, 1),
                ["secondsLeft"] = pace.Left is { } left ? Seconds(left) : null,
            }
        );

    /// <summary>Work whose steps cannot be counted and that goes on: <c>waiting</c>.</summary>
    public void Waiting(string name, TimeSpan elapsed) =>
        Write("waiting", new() { ["name"] = name, ["seconds"] = Seconds(elapsed) });

    /// <summary>What was found: <c>diagnostic</c>, with the properties of <c>check --format json</c>.</summary>
    public void Diagnostics(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write("diagnostic", DiagnosticFormats.Object(diagnostic));
        }
    }

    /// <summary>A sentence: <c>failed</c>, <c>advice</c> or <c>notice</c>.</summary>
    public void Say(string kind, string message) => Write(kind, new() { ["message"] = VisibleText.Of(message) });

    /// <summary>The end of a build: <c>done</c>, with counts and the digest of the manifest.</summary>
    public void Done(JsonObject what) => Write("done", what);

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);

    private void Write(string kind, JsonObject what)
    {
        what.Insert(0, "event", kind);
        var line = what.ToJsonString(DiagnosticFormats.Line);
        lock (_writing)
        {
            output.Write(line + "\n");
            output.Flush();
        }
    }
}
