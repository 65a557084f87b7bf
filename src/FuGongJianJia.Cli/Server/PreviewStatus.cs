using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;

namespace FuGongJianJia.Cli.Server;

/// <summary>What the preview page is told（预览状态）.</summary>
/// <param name="Build">Counts successful builds: another number means another site.</param>
/// <param name="Good">Whether the last build succeeded.</param>
/// <param name="Problems">Errors and warnings of the last build, errors first, among them their causes.</param>
/// <param name="Building">Whether a build is under way.</param>
internal sealed record PreviewStatus(
    int Build,
    bool Good,
    IReadOnlyList<PreviewProblem> Problems,
    bool Building = false
);

/// <summary>One line of the list in the preview page（预览里的一处问题）.</summary>
/// <param name="Severity">错误 or 警告.</param>
/// <param name="Text">The sentence, with its place before it.</param>
/// <param name="File">Path below the project; empty for none.</param>
/// <param name="Line">Line, 0 for none.</param>
/// <param name="Column">Column, 0 for none.</param>
internal sealed record PreviewProblem(string Severity, string Text, string File = "", int Line = 0, int Column = 0)
{
    /// <summary>The line of a diagnostic.</summary>
    public static PreviewProblem Of(Diagnostic diagnostic) =>
        new(
            Diagnostic.Word(diagnostic.Severity),
            VisibleText.Of(diagnostic.ToString()),
            diagnostic.Place.Path,
            diagnostic.Place.Line,
            diagnostic.Place.Column
        );
}
