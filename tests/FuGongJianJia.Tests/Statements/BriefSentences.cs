using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// Shapes of a brief. Each of its sentences is a claim as a whole: it must be one that <see cref="SecondBrief"/> worked
/// out from the same tables.
/// </summary>
internal static partial class Sentences
{
    private static bool InBrief(Scene s) => s.Place.Contains("/briefs/", StringComparison.Ordinal);

    private static IEnumerable<Shape> Brief() =>
        [
            // Numbers of paragraphs stand apart: 一、 （一） 1.
            new(
                InBrief,
                "(?![一二三四五六七八九十]+[）、]|注：|按：|[报送发]：)(?:\\d+\\.(?!\\d))?{=[^。]+}(?=。)",
                SecondBrief.Check
            ),
            new(InBrief, "{=[^，。；　]+(?:居末|环节|计划|跟上)}(?=$|　)", SecondBrief.Title),
            new(InBrief, "{=可提高最多的是[^。]+}$", SecondBrief.Title),
            new(InBrief, "{=[^，。；　]+总指数(?:同口径[升降])?[\\d.]+分}(?=$|　)", SecondBrief.Title),
            new(
                InBrief,
                "{p}{=[^，。；（）]+}工会(?:五大指数情况|工作进度)",
                s => s.U!.Unit.Level == Level.District ? "全区" : s.U.Unit.ShortName
            ),
            new(InBrief, "{=可提高最多的[一二三四五]项}$", SecondBrief.LossCaption),
            new(InBrief, "{p}没有跟上的指标$", []),
            new(
                InBrief,
                "共印{n}份",
                s =>
                    s.U!.Unit.Level == Level.District
                        ? $"{s.Office.Settings.Brief.Copies}"
                        : $"{s.Office.Settings.Brief.TownCopies}"
            ),
        ];
}
