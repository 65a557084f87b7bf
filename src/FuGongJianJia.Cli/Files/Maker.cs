using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using FuGongJianJia.Privacy;
using FuGongJianJia.Theme;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Who makes the files of a build（制作者）: what their bytes depend on besides their keys. A file of the last build may
/// stand
/// only when its maker was the same, so a new program, runtime or font makes everything anew.
/// </summary>
/// <param name="Program">Fingerprint of program, runtime and fonts; empty when there are no fonts, then nothing is
/// kept.</param>
/// <param name="Rules">Fingerprint of what the scanner looks for: the program and what its user lets pass.</param>
internal sealed record Maker(string Program, string Rules)
{
    private static readonly Lazy<string> Modules = new(FindModules);

    /// <summary>Fingerprint of the running program and its runtime, without fonts.</summary>
    public static string Running => Modules.Value;

    /// <summary>Nobody in particular: what nobody made never stands.</summary>
    public static Maker Nobody { get; } = new("", "");

    /// <summary>The running program with these fonts and rules.</summary>
    public static Maker Of(FontSet? fonts, OutputScanner scanner)
    {
        return new(
            fonts is null ? "" : Fingerprint([Running, fonts.Fingerprint]),
            Fingerprint([Running, .. scanner.Exempt])
        );
    }

    // The identity that the compiler gave every module that takes part: ours, and the packages that the theme uses.
    // The framework's own are named by its version, since compression and number formatting are theirs.
    private static string FindModules()
    {
        var seen = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        var open = new Queue<Assembly>([typeof(OutputFile).Assembly]);
        while (open.TryDequeue(out var assembly))
        {
            if (!seen.TryAdd(assembly.FullName!, assembly.ManifestModule.ModuleVersionId))
            {
                continue;
            }

            foreach (var name in assembly.GetReferencedAssemblies().Where(n => !IsFramework(n.Name!)))
            {
                open.Enqueue(Assembly.Load(name));
            }
        }

        return Fingerprint([
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            .. seen.Select(m => $"{m.Key} {m.Value}"),
        ]);
    }

    private static bool IsFramework(string name) =>
        name is "System" or "netstandard" or "mscorlib"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static string Fingerprint(IEnumerable<string> parts) =>
        Manifest.Hash(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..16];
}
