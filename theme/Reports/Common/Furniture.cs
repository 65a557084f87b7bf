using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>What stands on every page of a report（书眉、页脚、文档信息）, 演示数据 first of all.</summary>
internal static class Furniture
{
    private const string DemoShort = "演示数据";
    private const string DemoWords = DemoShort + "　仅供演示，非真实统计";

    // Two texts of this width and the short words between them fit the narrowest type area.
    private const double MostRoom = 190;

    /// <summary>Running head: words at the two edges, 演示数据 in the middle when the edition is a demonstration.</summary>
    public static RunningLine? Head(Edition edition, Phrase inside, Phrase outside, double distance = 14) =>
        inside.IsEmpty && outside.IsEmpty && !edition.Settings.Demo
            ? null
            : new RunningLine
            {
                Inside = inside,
                Centre = Demo(edition, inside.IsEmpty && outside.IsEmpty ? DemoWords : DemoShort),
                Outside = outside,
                Size = TypeSize.SmallFive,
                Ink = Palette.Second,
                Distance = distance,
            };

    /// <summary>A title short enough for a running head; the whole of it stands on the first page.</summary>
    public static string Short(string title) => LabelWidth.Fit(title, TypeSize.SmallFive, MostRoom);

    private static Phrase Demo(Edition edition, string words) =>
        edition.Settings.Demo
            ? Inline.Text(words, Typesetting.Drawing.FontRole.Hei, TypeSize.SmallFive, Palette.Cinnabar)
            : Phrase.Empty;

    /// <summary>Metadata.</summary>
    public static DocumentInfo Info(Edition edition, string title, string subject, DateOnly date) =>
        new()
        {
            Title = edition.Settings.Demo ? title + "（演示数据）" : title,
            Author = Publisher(edition),
            Subject = subject,
            Date = date,
            Producer = $"FuGongJianJia {edition.ToolVersion}",
        };

    /// <summary>主办单位, else the district's name of the data.</summary>
    public static string Publisher(Edition edition) =>
        edition.Settings.Publisher.Length > 0 ? edition.Settings.Publisher : edition.AllPeriods[^1].District.Name;

    /// <summary>编印单位, else the publisher.</summary>
    public static string Editor(Edition edition) =>
        edition.Settings.Editor.Length > 0 ? edition.Settings.Editor : Publisher(edition);

    /// <summary>Date printed on a document of a period.</summary>
    public static DateOnly DateOf(Edition edition, PeriodEdition period) => edition.DateOf(period);

    /// <summary>
    /// Data date, version, publisher and the document's own fingerprint in one line（版记）. It is the document's and not
    /// the whole input's,
    /// so that paper whose content did not change stays the same paper; the manifest has it at the file, beside the
    /// fingerprints of the input.
    /// </summary>
    public static Phrase Colophon(Edition edition, PeriodEdition period) =>
        [
            $"数据截止{Numerals.Date(period.DataDate)}　编制{Numerals.Date(DateOf(edition, period))}　主办单位："
                + $"{Publisher(edition)}　富工建家{edition.ToolVersion}　内容指纹",
            Inline.Fingerprint,
        ];

    /// <summary>
    /// Full address of a page of the site; empty where the site's own is not known, since a part of one leads nowhere
    /// from paper.
    /// </summary>
    public static string Address(Edition edition, string path) =>
        edition.Settings.BaseUrl.Length == 0 ? "" : edition.Settings.BaseUrl.TrimEnd('/') + "/" + path;

    /// <summary>
    /// What an internal sheet opens with（表头）: what it is, with the date of the data at the right; its title; a short
    /// rule.
    /// </summary>
    /// <param name="kicker">What it is.</param>
    /// <param name="title">Its title.</param>
    /// <param name="dataDate">数据截止.</param>
    /// <param name="after">Space below the rule, points.</param>
    public static ImmutableArray<DocumentBlock> Opener(string kicker, string title, DateOnly dataDate, double after) =>
        [
            new Paragraph([kicker, Inline.Spring, $"数据截止{Numerals.Date(dataDate)}"]) { Style = Typography.Kicker },
            new TitleBlock(title) { Style = Typography.CoverTitle with { Size = TypeSize.Two, Leading = 30 } },
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                Before = 4,
                After = after,
            },
        ];
}
