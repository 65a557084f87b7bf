using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>
/// Completion of command lines by a shell（命令补全）: a script for each shell, written from the command tree, so that it
/// offers what the program takes and nothing else. It holds every word itself: pressing Tab starts no program.
/// </summary>
internal static class ShellCompletion
{
    private static readonly (string Shell, Func<ImmutableArray<Verb>, string> Write)[] Writers =
    [
        ("bash", Bash),
        ("zsh", Zsh),
        ("fish", Fish),
        ("powershell", PowerShell),
    ];

    /// <summary>The shells there are scripts for.</summary>
    public static ImmutableArray<string> Shells { get; } = [.. Writers.Select(w => w.Shell)];

    /// <summary>The script for a shell of <see cref="Shells"/>.</summary>
    public static string Of(Command root, string shell) => Writers.First(w => w.Shell == shell).Write(Verbs(root));

    // What may stand after an option, or where an argument does.
    private enum Kind
    {
        Nothing,
        Anything,
        Words,
        Folder,
        File,
        Period,
    }

    private sealed record Verb(string Name, string Text, ImmutableArray<Flag> Flags, Value? Argument);

    private sealed record Flag(ImmutableArray<string> Names, string Text, Value Value);

    private sealed record Value(Kind Kind, string Name, ImmutableArray<string> Words);

    private static ImmutableArray<Verb> Verbs(Command root)
    {
        var help = root.Options.Where(o => o is HelpOption);
        return
        [
            .. root
                .Subcommands.Where(c => !c.Hidden)
                .Select(c => new Verb(
                    c.Name,
                    c.Description ?? "",
                    [.. c.Options.Concat(help).Where(o => !o.Hidden).Select(FlagOf)],
                    c.Arguments.Where(a => !a.Hidden)
                        .Select(a => ValueOf(a.HelpName, a.CompletionSources))
                        .FirstOrDefault()
                )),
        ];
    }

    private static Flag FlagOf(Option option) =>
        new(
            // What Windows programs are asked with, /? and -?, a shell would take for a pattern.
            [.. option.Aliases.Prepend(option.Name).Where(n => n[0] == '-' && !n.Contains('?')).Distinct()],
            option.Description ?? "",
            option.ValueType == typeof(bool) || option is HelpOption
                ? new(Kind.Nothing, "", [])
                : ValueOf(option.HelpName, option.CompletionSources)
        );

    // The names that help gives to values say what they are.
    private static Value ValueOf(
        string? name,
        IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources
    )
    {
        ImmutableArray<string> words = [.. sources.SelectMany(s => s(CompletionContext.Empty)).Select(w => w.Label)];
        var kind =
            words.Length > 0 ? Kind.Words
            : name is "文件夹" ? Kind.Folder
            : name is "文件" or "公钥" ? Kind.File
            : name is "期间" ? Kind.Period
            : Kind.Anything;
        return new(kind, name ?? "", words);
    }

    private static string Bash(ImmutableArray<Verb> verbs)
    {
        var script = new StringBuilder(Head("bash", "#"));
        script.Append(
            """
            _fugong_offer() { COMPREPLY=($(compgen -W "$1" -- "$word")); }
            _fugong_folders() { compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$word")); }
            _fugong_files() { compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); }
            _fugong_periods() { _fugong_offer "$(cd data 2>/dev/null && printf '%s\n' */ | sed 's|/$||; s|^\*$||')"; }
            _fugong() {
                local IFS=$'\n' verb=${COMP_WORDS[1]}
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then

            """
        );
        var first = BashWords(verbs.Select(v => v.Name).Concat(["--help", "--version"]));
        script.Append(Line($"        _fugong_offer {first}"));
        script.Append("        return\n    fi\n    case \"$verb $before\" in\n");
        foreach (var verb in verbs)
        {
            foreach (var flag in verb.Flags.Where(f => f.Value.Kind != Kind.Nothing))
            {
                var patterns = string.Join(" | ", flag.Names.Select(n => Quoted($"{verb.Name} {n}")));
                script.Append(Line($"        {patterns}) {BashOffer(flag.Value)} ;;"));
            }
        }

        script.Append("        *)\n            case \"$verb\" in\n");
        foreach (var verb in verbs)
        {
            var flags = $"_fugong_offer {BashWords(verb.Flags.SelectMany(f => f.Names))}";
            script.Append(
                verb.Argument is { } argument
                    ? Line(
                        $"            {verb.Name}) case \"$word\" in -*) {flags} ;; *) {BashOffer(argument)} ;; esac ;;"
                    )
                    : Line($"            {verb.Name}) {flags} ;;")
            );
        }

        return script.Append("            esac\n            ;;\n    esac\n}\ncomplete -F _fugong fugong\n").ToString();
    }

    private static string BashOffer(Value value) =>
        value.Kind switch
        {
            Kind.Words => $"_fugong_offer {BashWords(value.Words)}",
            Kind.Folder => "_fugong_folders",
            Kind.File => "_fugong_files",
            Kind.Period => "_fugong_periods",
            _ => ":",
        };

    private static string BashWords(IEnumerable<string> words) => $"$'{string.Join("\\n", words)}'";

    private static string Zsh(ImmutableArray<Verb> verbs)
    {
        var script = new StringBuilder("#compdef fugong\n").Append(Head("zsh", "#"));
        script.Append("_fugong() {\n    local -a verbs periods\n    verbs=(\n");
        foreach (var verb in verbs)
        {
            script.Append(Line($"        {Quoted($"{verb.Name}:{verb.Text}")}"));
        }

        script.Append(
            """
                )
                periods=(data/*(/N:t))
                if (( CURRENT == 2 )); then
                    _describe 命令 verbs
                    return
                fi
                local verb=$words[2]
                shift words
                (( CURRENT-- ))
                case $verb in

            """
        );
        foreach (var verb in verbs)
        {
            script.Append(Line($"        {verb.Name})\n            _arguments \\"));
            foreach (var flag in verb.Flags)
            {
                foreach (var name in flag.Names)
                {
                    script.Append(
                        Line($"                {Quoted($"{name}[{ZshText(flag.Text)}]{ZshValue(flag.Value)}")} \\")
                    );
                }
            }

            script.Append(
                verb.Argument is { } argument
                    ? Line($"                {Quoted($"*{ZshValue(argument)}")}\n            ;;")
                    : "                && return\n            ;;\n"
            );
        }

        return script
            .Append("    esac\n}\nif [ \"$funcstack[1]\" = _fugong ]; then _fugong; else compdef _fugong fugong; fi\n")
            .ToString();
    }

    private static string ZshValue(Value value) =>
        value.Kind switch
        {
            Kind.Nothing => "",
            Kind.Words => $":{value.Name}:({string.Join(' ', value.Words)})",
            Kind.Folder => $":{value.Name}:_files -/",
            Kind.File => $":{value.Name}:_files",
            Kind.Period => $":{value.Name}:($periods)",
            _ => $":{value.Name}: ",
        };

    // Colons and brackets end a text of _arguments.
    private static string ZshText(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal)
            .Replace(":", "\\:", StringComparison.Ordinal);

    private static string Fish(ImmutableArray<Verb> verbs)
    {
        var script = new StringBuilder(Head("fish", "#")).Append("complete -c fugong -f\n");
        foreach (var verb in verbs)
        {
            script.Append(
                Line($"complete -c fugong -n __fish_use_subcommand -a {verb.Name} -d {FishQuoted(verb.Text)}")
            );
        }

        foreach (var verb in verbs)
        {
            var when = $"complete -c fugong -n '__fish_seen_subcommand_from {verb.Name}'";
            foreach (var flag in verb.Flags)
            {
                var names = string.Join(
                    ' ',
                    flag.Names.Select(n =>
                        n.StartsWith("--", StringComparison.Ordinal) ? $"-l {FishQuoted(n[2..])}"
                        : n.Length == 2 ? $"-s {n[1..]}"
                        : $"-o {n[1..]}"
                    )
                );
                var taken = FishValue(flag.Value, required: true);
                script.Append(Line($"{when} {names}{taken} -d {FishQuoted(flag.Text)}"));
            }

            if (verb.Argument is { } argument && FishValue(argument, required: false) is { Length: > 0 } offer)
            {
                script.Append(Line($"{when}{offer}"));
            }
        }

        return script.ToString();
    }

    private static string FishValue(Value value, bool required)
    {
        var taken = required && value.Kind != Kind.Nothing ? " -x" : "";
        return value.Kind switch
        {
            Kind.Words => $"{taken} -a {FishQuoted(string.Join(' ', value.Words))}",
            Kind.Folder => $"{taken} -a '(__fish_complete_directories)'",
            Kind.File => required ? " -r -F" : " -F",
            Kind.Period => $"{taken} -a '(path basename data/*/)'",
            _ => taken,
        };
    }

    // ASCII alone: which code page an older PowerShell reads the output of a program in is anybody's guess. Names in
    // Chinese all have a second one.
    private static string PowerShell(ImmutableArray<Verb> verbs)
    {
        var script = new StringBuilder("# fugong completion powershell\n");
        script.Append("Register-ArgumentCompleter -Native -CommandName fugong -ScriptBlock {\n");
        script.Append("    param($word, $line, $cursor)\n    $values = @{\n");
        foreach (var verb in verbs)
        {
            foreach (var flag in verb.Flags.Where(f => f.Value.Kind != Kind.Nothing))
            {
                foreach (var name in flag.Names.Where(n => Ascii.IsValid(n)))
                {
                    script.Append(Line($"        '{verb.Name} {name}' = {PowerShellValue(flag.Value)}"));
                }
            }
        }

        script.Append("    }\n    $flags = @{\n");
        foreach (var verb in verbs)
        {
            var names = verb.Flags.SelectMany(f => f.Names).Where(n => Ascii.IsValid(n));
            script.Append(Line($"        '{verb.Name}' = @({PowerShellList(names)})"));
        }

        script.Append("    }\n    $arguments = @{\n");
        foreach (var verb in verbs.Where(v => v.Argument is not null))
        {
            script.Append(Line($"        '{verb.Name}' = {PowerShellValue(verb.Argument!)}"));
        }

        var all = PowerShellList(verbs.Select(v => v.Name).Concat(["--help", "--version"]));
        script.Append(Line($"    }}\n    $verbs = @({all})"));
        return script
            .Append(
                """
                    $given = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
                    if ($word -ne '' -and $given.Count -gt 0) { $given = @($given | Select-Object -SkipLast 1) }
                    if ($given.Count -eq 0) { $offer = $verbs }
                    else {
                        $verb = $given[0]
                        $key = "$verb $($given[-1])"
                        if ($given.Count -gt 1 -and $values.ContainsKey($key)) { $offer = & $values[$key] }
                        elseif ($arguments.ContainsKey($verb) -and $word -notlike '-*') { $offer = & $arguments[$verb] }
                        else { $offer = $flags[$verb] }
                    }
                    $offer | Where-Object { $_ -like "$word*" } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }

                """
            )
            .ToString();
    }

    // Files and folders it completes by itself where nothing is offered.
    private static string PowerShellValue(Value value) =>
        value.Kind switch
        {
            Kind.Words when value.Words.All(w => Ascii.IsValid(w)) => $"{{ @({PowerShellList(value.Words)}) }}",
            Kind.Period => "{ Get-ChildItem -Directory data -Name -ErrorAction SilentlyContinue }",
            _ => "{ }",
        };

    private static string PowerShellList(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"'{w}'"));

    private static string Head(string shell, string comment) =>
        Line($"{comment} fugong 的命令补全，由 fugong completion {shell} 生成；程序更新以后再生成一次。");

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string FishQuoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}
