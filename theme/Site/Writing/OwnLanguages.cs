using ColorCode;
using ColorCode.Common;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// Languages that handbooks show and the library does not know（自备的语言）: settings in YAML, commands of a terminal, and
/// the files of a web server.
/// </summary>
internal static class OwnLanguages
{
    private const string Quoted = """("(?:[^"\\\n]|\\.)*"|'[^'\n]*')""";

    /// <summary>All of them.</summary>
    public static ILanguage[] All { get; } =
    [
        new Own(
            "yaml",
            ["yaml", "yml"],
            [
                Rule(@"(?m)(^|[ \t])(#[^\n]*)", (2, ScopeName.Comment)),
                Rule("""(?m)^([ \t]*(?:-[ \t]+)*)([^\s#:'"\[\]{},-][^:\n#]*?)(:)(?=\s|$)""", (2, ScopeName.JsonKey)),
                Rule("""([{,][ \t]*)([^\s#:'"\[\]{},][^:\n#{},\[\]]*?)(:)(?=\s)""", (2, ScopeName.JsonKey)),
                Rule(Quoted, (1, ScopeName.String)),
            ]
        ),
        new Own(
            "bash",
            ["bash", "sh", "shell", "console"],
            [
                Rule(@"(?m)(^|[ \t])(#[^\n]*)", (2, ScopeName.Comment)),
                Rule(Quoted, (1, ScopeName.String)),
                Rule(@"(?m)^([ \t]*(?:\$ |sudo )*)([\w./-]+)", (2, ScopeName.Keyword)),
                Rule(@"(?<=\s)(--?[A-Za-z][\w-]*)", (1, ScopeName.PowerShellParameter)),
            ]
        ),
        new Own(
            "nginx",
            ["nginx", "conf", "ini"],
            [
                Rule(@"(?m)(^|[ \t])([#;][^\n]*)", (2, ScopeName.Comment)),
                Rule(Quoted, (1, ScopeName.String)),
                Rule(@"(?m)^([ \t]*)([a-z_]+)(?=[\s{=])", (2, ScopeName.Keyword)),
                Rule(@"(\$\w+)", (1, ScopeName.PowerShellVariable)),
            ]
        ),
    ];

    private static LanguageRule Rule(string pattern, params (int Group, string Scope)[] captures) =>
        new(pattern, captures.ToDictionary(c => c.Group, c => c.Scope));

    private sealed class Own(string id, string[] aliases, IList<LanguageRule> rules) : ILanguage
    {
        public string Id => id;

        public string FirstLinePattern => null!;

        public string Name => id;

        public IList<LanguageRule> Rules => rules;

        public string CssClassName => id;

        public bool HasAlias(string lang) => aliases.Contains(lang, StringComparer.OrdinalIgnoreCase);
    }
}
