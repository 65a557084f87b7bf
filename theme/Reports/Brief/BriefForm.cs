using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>How a brief is set（版式）, by the setting 公文版式.</summary>
/// <param name="Page">Paper.</param>
/// <param name="Styles">Styles.</param>
/// <param name="MostPages">Pages it may have.</param>
/// <param name="Characters">Characters of a line.</param>
/// <param name="Rooms">
/// Lines of text to try, the most first: what is set in the first that fits is printed. They differ by what stands
/// beside the text, the length of the title and of the lists at the foot.
/// </param>
internal sealed record BriefForm(
    PageSetup Page,
    StyleSheet Styles,
    int MostPages,
    int Characters,
    ImmutableArray<int> Rooms
)
{
    /// <summary>Height of a line, points.</summary>
    public double Pitch => Styles.Body.Leading;

    /// <summary>国标: 22 lines of 28 characters on each of two sides.</summary>
    public static BriefForm Standard { get; } =
        new(PageSetup.OfficialDocument, Typography.Brief, MostPages: 2, Characters: 28, [26, 25, 24, 22, 19, 12]);

    /// <summary>紧凑: one side in 四号 on a pitch of 20 points.</summary>
    public static BriefForm Compact { get; } =
        new(Typography.BriefPage, Typography.BriefCompact, MostPages: 1, Characters: 31, [18, 17, 16, 14, 11, 6]);

    /// <summary>The form that the settings choose.</summary>
    public static BriefForm Of(Settings settings) => settings.OfficialForm == OfficialForm.Compact ? Compact : Standard;
}
