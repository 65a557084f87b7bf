using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Handouts;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Cli.Sending;

/// <summary>What is handed out（一次分发）: an edition, a period of it and what everybody gets.</summary>
/// <param name="Edition">The edition that the output was made from.</param>
/// <param name="Period">The period.</param>
/// <param name="Bundles">What everybody gets, in the order of 分发.csv.</param>
/// <param name="Fonts">Fonts of the papers that go with it.</param>
internal sealed record Handout(
    OfficeEdition Edition,
    OfficePeriod Period,
    ImmutableArray<Bundle> Bundles,
    FontSet Fonts
)
{
    private const int LongestName = 60;

    /// <summary>编制日期 of the period.</summary>
    public DateOnly Date => Edition.DateOf(Period);

    /// <summary>How a recipient's folder, archive and draft are called: 012_东溪镇总工会主席李主席.</summary>
    public static string NameOf(Recipient recipient)
    {
        var name = FileNames.Clean(recipient.Address);
        name = $"{Numerals.Count(recipient.Number).PadLeft(3, '0')}_{name[..Math.Min(name.Length, LongestName)]}";
        return name.TrimEnd(' ', '.');
    }
}
