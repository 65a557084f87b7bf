using System.Diagnostics;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>
/// The terminal（屏幕）: plain lines that a person reads and a pipe can keep. Colour and drawing only where a terminal
/// shows them. Whatever a file or a command line holds is shown and never obeyed: here, for all who say something.
/// </summary>
internal sealed class Screen(TextWriter output, TextWriter error)
{
    private const int MostSpans = 8;
    private const int MostAlike = 5;

    private static readonly TimeSpan Heartbeats = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Refreshes = TimeSpan.FromSeconds(1);

    private readonly IAnsiConsole _out = Console(output);
    private readonly IAnsiConsole _error = Console(error);

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>True when a person watches: progress is drawn.</summary>
    public bool Interactive =>
        !IsQuiet && Events is null && _out.Profile.Capabilities.Ansi && _out.Profile.Out.IsTerminal;

    /// <summary>True when nothing is told but what is wrong（--quiet）.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Where everything is told to a program instead of a person（--json）; null for a person.</summary>
    public EventLog? Events { get; set; }

    // Nothing is said aloud that a program gets as an event.
    private bool IsSilent => IsQuiet || Events is not null;

    /// <summary>What the program is at, for the message when it fails unforeseen; such as 排版.</summary>
    public string Doing { get; set; } = "";

    /// <summary>Asks where a person watches; elsewhere what would be the answer without one.</summary>
    /// <param name="question">Without a question mark or colon.</param>
    /// <param name="otherwise">The answer of who only presses Enter.</param>
    public string Ask(string question, string otherwise) =>
        Interactive
            ? _out.Prompt(
                    new TextPrompt<string>(VisibleText.Of(question).EscapeMarkup())
                    {
                        AllowEmpty = true,
                        ShowDefaultValue = otherwise.Length > 0,
                    }.DefaultValue(otherwise)
                )
                .Trim()
            : otherwise;

    public void Line(string text = "")
    {
        if (!IsSilent)
        {
            _out.WriteLine(VisibleText.Of(text));
        }
    }

    public void Line(string strong, string text)
    {
        if (!IsSilent)
        {
            _out.MarkupLineInterpolated($"[bold]{VisibleText.Of(strong)}[/]{VisibleText.Of(text)}");
        }
    }

    public void Faint(string text)
    {
        if (!IsSilent)
        {
            _out.MarkupLineInterpolated($"[dim]{VisibleText.Of(text)}[/]");
        }
    }

    public void Fail(string text)
    {
        if (Events is { } events)
        {
            events.Say("failed", text);
        }
        else
        {
            _error.MarkupLineInterpolated($"[bold red]失败[/] {VisibleText.Of(text)}");
        }
    }

    /// <summary>Says what could not be done and how to go on; gives the command's exit code.</summary>
    public int Tell(RemediableException failure)
    {
        Fail($"{failure.Message}。");
        Advise(failure.Remedy);
        return ExitCode.Usage;
    }

    public void Advise(string text)
    {
        if (Events is { } events)
        {
            events.Say("advice", text);
        }
        else
        {
            _error.MarkupLineInterpolated($"[bold]建议[/] {VisibleText.Of(text)}");
        }
    }

    /// <summary>Tells what was found and that this is why the command stops.</summary>
    /// <param name="diagnostics">Everything that was found.</param>
    /// <param name="notes">Whether notes are told too.</param>
    /// <param name="consequence">What this means for the user, as a sentence.</param>
    /// <param name="remedy">What to do.</param>
    /// <returns>The exit code.</returns>
    public int Refuse(IReadOnlyCollection<Diagnostic> diagnostics, bool notes, string consequence, string remedy)
    {
        Diagnostics(diagnostics, notes);
        if (Events is null)
        {
            Error.WriteLine();
        }

        Fail($"{Count(diagnostics)}。{consequence}");
        Advise(remedy);
        return ExitCode.BadInput;
    }

    /// <summary>Says that a period that was asked for is not there, and which are.</summary>
    /// <returns>The exit code.</returns>
    public int NoSuchPeriod(string period, IEnumerable<Period> present)
    {
        Fail($"没有 {period} 这一期的数据。");
        Advise($"现有：{string.Join("、", present)}。");
        return ExitCode.Usage;
    }

    /// <summary>Two or more columns without lines, aligned by the width a terminal gives to Han characters.</summary>
    public void Rows(IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Select(row => row.Select(VisibleText.Of).ToArray()).ToList();
        if (all.Count == 0 || IsSilent)
        {
            return;
        }

        var widths = Enumerable
            .Range(0, all[0].Length)
            .Select(column => all.Max(row => row[column].GetCellWidth()))
            .ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => cell + new string(' ', widths[column] - cell.GetCellWidth()));
            _out.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }

    /// <summary>
    /// Runs work of many steps and tells how it goes on: a bar where a person watches, else a line now and then, with
    /// what is done, the rate and the time left.
    /// </summary>
    /// <param name="title">Such as 网页.</param>
    /// <param name="total">How many steps.</param>
    /// <param name="work">Calls its argument after each step, from any thread.</param>
    public void Progress(string title, int total, Action<Action> work)
    {
        if (!Interactive || total == 0)
        {
            var (done, watch) = (0, Stopwatch.StartNew());
            using var heartbeat = Beat(() =>
            {
                var pace = new Pace(Volatile.Read(ref done), total, watch.Elapsed);
                Events?.Progress(title, pace);
                Line(title, $"  {pace.Words}");
            });
            work(() => Interlocked.Increment(ref done));
            return;
        }

        _out.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn { CompletedStyle = new Style(Color.Red3) },
                new PaceColumn()
            )
            .Start(context =>
            {
                var task = context.AddTask(title, maxValue: total);
                work(() => task.Increment(1));
            });
    }

    /// <summary>
    /// Runs work whose steps cannot be counted and tells that it goes on: a spinner where a person watches, else a line
    /// now and then.
    /// </summary>
    /// <param name="title">Such as 成版.</param>
    /// <param name="work">The work.</param>
    public T Wait<T>(string title, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        if (Interactive)
        {
            return _out.Status()
                .Start(
                    $"{title}……",
                    context =>
                    {
                        using var refresh = new Heartbeat(
                            Refreshes,
                            () => context.Status($"{title}……  {Pace.Time(watch.Elapsed)}")
                        );
                        return work();
                    }
                );
        }

        using var heartbeat = Beat(() =>
        {
            Events?.Waiting(title, watch.Elapsed);
            Line(title, $"  已经 {Pace.Time(watch.Elapsed)}，还在进行");
        });
        return work();
    }

    private Heartbeat Beat(Action tell) => new(Events is null ? Heartbeats : Refreshes, tell);

    private sealed class PaceColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Spectre.Console.Text(
                new Pace((int)task.Value, (int)task.MaxValue, task.ElapsedTime ?? TimeSpan.Zero).Words
            );
    }

    /// <summary>Prints diagnostics, errors last so that they stand just above the prompt.</summary>
    public void Diagnostics(IReadOnlyCollection<Diagnostic> diagnostics, bool notes)
    {
        if (Events is { } events)
        {
            events.Diagnostics(diagnostics.Where(d => notes || d.Severity != Severity.Note));
            return;
        }

        foreach (var severity in Enum.GetValues<Severity>().Reverse().Where(s => notes || s != Severity.Note))
        {
            // One cause often shows on hundreds of rows: the sentence is said once, with the lines it holds for.
            // Sentences that differ only in their names or numbers are said a few times.
            foreach (
                var kind in diagnostics
                    .Where(d => d.Severity == severity)
                    .GroupBy(d => (d.Place.Path, d.Place.Sheet, d.Code))
                    .OrderBy(g => Codes.IsRoot(g.Key.Code) ? 0 : 1)
            )
            {
                var sentences = kind.GroupBy(d => d.Message).ToList();
                foreach (var same in sentences.Take(sentences.Count > MostAlike ? MostAlike - 1 : MostAlike))
                {
                    Print(
                        same.First(),
                        same.First().Message + Others("同样的问题", Lines(same.Skip(1), same.First().Place.Line))
                    );
                }

                if (sentences.Count > MostAlike)
                {
                    var rest = sentences.Skip(MostAlike - 1).SelectMany(s => s).ToList();
                    var lines = Lines(rest.Skip(1), rest[0].Place.Line);
                    Print(
                        rest[0],
                        rest[0].Message
                            + (
                                lines.Length > 0
                                    ? Others("同一类问题", lines)
                                    : FormattableString.Invariant($"（同一类问题另有 {rest.Count - 1} 处）")
                            )
                    );
                }
            }
        }
    }

    private void Print(Diagnostic diagnostic, string message)
    {
        _error.Write(new Spectre.Console.Text(VisibleText.Of($"{diagnostic.Place}: ")));
        _error.Write(
            new Spectre.Console.Text(
                $"{Diagnostic.Word(diagnostic.Severity)} {diagnostic.Code}: ",
                new Style(Colour(diagnostic.Severity))
            )
        );
        _error.WriteLine(VisibleText.Of(message));
    }

    private static int[] Lines(IEnumerable<Diagnostic> others, int first) =>
        [.. others.Select(d => d.Place.Line).Where(l => l != first).Distinct().Order()];

    private static string Others(string what, int[] lines) =>
        lines.Length == 0 ? "" : FormattableString.Invariant($"（{what}另有 {lines.Length} 行：{Ranges(lines)}）");

    // 第3—12、15行: rows that follow one another are a span.
    private static string Ranges(int[] lines)
    {
        var spans = new List<string>();
        for (var i = 0; i < lines.Length && spans.Count <= MostSpans; )
        {
            var last = i;
            while (last + 1 < lines.Length && lines[last + 1] == lines[last] + 1)
            {
                last++;
            }

            spans.Add(
                last > i
                    ? FormattableString.Invariant($"{lines[i]}—{lines[last]}")
                    : FormattableString.Invariant($"{lines[i]}")
            );
            i = last + 1;
        }

        return $"第{string.Join('、', spans.Take(MostSpans))}{(spans.Count > MostSpans ? " …" : "")}行";
    }

    /// <summary>错误 3 处，警告 2 处，提示 5 处.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var parts = Enum.GetValues<Severity>()
            .Select(s => (Word: Diagnostic.Word(s), Count: diagnostics.Count(d => d.Severity == s)))
            .Where(p => p.Count > 0)
            .Select(p => FormattableString.Invariant($"{p.Word} {p.Count} 处"))
            .ToArray();
        return parts.Length == 0 ? "没有发现问题" : string.Join("，", parts);
    }

    private static Color Colour(Severity severity) =>
        severity switch
        {
            Severity.Error => Color.Red,
            Severity.Warning => Color.Olive,
            _ => Color.Teal,
        };

    // A pipe or a file takes lines as long as they are; only a real terminal has a width.
    private static IAnsiConsole Console(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = output, Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No }
        );
        console.Profile.Width = Math.Max(console.Profile.Width, 4000);
        return console;
    }
}
