using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>What every role got（字体解析结果）.</summary>
/// <param name="Fonts">The faces; null when some role got none.</param>
/// <param name="Roles">One record a role, in the order of the roles.</param>
/// <param name="Problems">Settings that name a font that is not there or cannot be used, in Chinese.</param>
public sealed record FontResolution(
    FontSet? Fonts,
    ImmutableArray<RoleResolution> Roles,
    ImmutableArray<string> Problems
)
{
    /// <summary>
    /// The faces whose letters and figures others take（西文）, by the name of the role: 仿宋西文; those that keep their own
    /// are left out.
    /// </summary>
    public IEnumerable<(string Name, string Family, string File)> Letters =>
        Roles
            .Where(r => r is { Latin: not null, LatinFile: not null } && (r.Latin, r.LatinFile) != (r.Got, r.File))
            .Select(r => (FontPreferences.LatinNameOf(r.Role), r.Latin!, r.LatinFile!));

    /// <summary>Whether some role got a face of another style.</summary>
    public bool HasSubstitutions => Roles.Any(r => r.IsSubstitution);
}

/// <summary>What a role got（角色字体）.</summary>
/// <param name="Role">Role.</param>
/// <param name="Wanted">
/// The family that would be best: the first one set, else the first of the preference list.
/// </param>
/// <param name="Got">Family used; null for none.</param>
/// <param name="File">Its file.</param>
/// <param name="IsSubstitution">Whether a face of another style stands in.</param>
public sealed record RoleResolution(FontRole Role, string Wanted, string? Got, string? File, bool IsSubstitution)
{
    /// <summary>Family of its letters and figures（西文）.</summary>
    public string? Latin { get; init; }

    /// <summary>File of that family.</summary>
    public string? LatinFile { get; init; }

    /// <summary>One sentence for a notice, in Chinese; null when the role has a face of its own style.</summary>
    public string? Notice =>
        (Got, IsSubstitution) switch
        {
            (null, _) => $"“{FontPreferences.NameOf(Role)}”没有可用的字体：未找到“{Wanted}”，也没有任何中文字体可代替。"
                + "请安装中文字体，或在 site.yml 的“字体”中写明字体文件。",
            (_, true) => $"“{FontPreferences.NameOf(Role)}”以“{Got}”代替：未找到“{Wanted}”。"
                + "如有授权字体，请在 site.yml 的“字体”中写明，或放入 theme/fonts。",
            _ => null,
        };
}
