using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong fonts</c>（字体）: what each role resolved to on this machine.</summary>
internal static class FontsCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, strict) = (CommonOptions.Root(), CommonOptions.Strict());
        var command = new Command("fonts", "列出各字体角色在本机用了哪个字体") { root, strict };
        command.SetAction(parsed => Run(parsed.GetValue(root)!, parsed.GetValue(strict), screen, cancellation));
        return command;
    }

    internal static int Run(string root, bool strict, Screen screen, CancellationToken cancellation)
    {
        var (settings, problems) = Inputs.ReadSettings(root, cancellation);
        if (settings is null)
        {
            return Inputs.Refuse(problems, screen);
        }

        var fonts = InstalledFonts.Resolve(root, settings);
        string[] heads = ["角色", "字体", "文件", "说明"];
        screen.Rows(
            fonts
                .Resolution.Roles.Select(r =>
                    (IReadOnlyList<string>)
                        [
                            FontPreferences.NameOf(r.Role),
                            r.Got ?? "—",
                            r.File is null ? "—" : Path.GetFileName(r.File),
                            r.Got is null ? $"没有可用的字体，应有“{r.Wanted}”"
                            : r.IsSubstitution ? $"代替“{r.Wanted}”"
                            : "",
                        ]
                )
                .Concat(
                    fonts.Resolution.Letters.Select(l =>
                        (IReadOnlyList<string>)[l.Name, l.Family, Path.GetFileName(l.File), "字母和数字"]
                    )
                )
                .Prepend(heads)
        );
        ImmutableArray<Diagnostic> found = [.. problems, .. fonts.Diagnostics];
        screen.Diagnostics(found, notes: true);
        return Verdict.IsRefused(found, strict) ? ExitCode.BadInput : ExitCode.Done;
    }
}
