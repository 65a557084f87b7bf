using System.Text.RegularExpressions;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// What names tell（由名称推断）: the level, the kind and the category of an organisation, and the town of a union.
/// </summary>
internal static partial class UnitNames
{
    private static readonly (string Word, UnitCategory Category, string[] Parts)[] Categories =
    [
        (
            "机关",
            UnitCategory.Agency,
            ["机关", "公务", "党政", "镇街", "街镇", "人民政府", "街道办", "委员会办公室", "法院", "检察院", "公安"]
        ),
        (
            "事业",
            UnitCategory.Institution,
            [
                "事业",
                "学校",
                "中学",
                "小学",
                "幼儿园",
                "学院",
                "大学",
                "医院",
                "卫生",
                "教育",
                "图书馆",
                "文化馆",
                "研究院",
                "研究所",
            ]
        ),
        (
            "社会组织",
            UnitCategory.SocialOrganisation,
            ["社会组织", "社会团体", "社团", "协会", "商会", "学会", "基金会", "民办非企业", "民非"]
        ),
        (
            "企业",
            UnitCategory.Enterprise,
            [
                "企业",
                "公司",
                "集团",
                "厂",
                "国有",
                "国企",
                "民营",
                "民企",
                "私营",
                "外资",
                "合资",
                "股份",
                "个体",
                "银行",
                "酒店",
                "超市",
                "合作社",
                "非公",
            ]
        ),
    ];

    /// <summary>城东街道 of 城东街道总工会, 1.城东街道 and 城东街道（12家）.</summary>
    public static string TownKey(string text)
    {
        var key = NumberPattern().Replace(OrganisationIndex.NameKey(text), "");
        key = BracketPattern().Replace(key, "");
        key = SuffixPattern().Replace(key, "");
        return key;
    }

    /// <summary>
    /// 东方造船有限公司 of 东方造船有限公司工会委员会: without what stands behind the name of a unit. A union of several stays one.
    /// </summary>
    public static string Stem(string name) => UnionPattern().Replace(OrganisationIndex.NameKey(name), "");

    /// <summary>The town that a title or the name of a file speaks of; empty for none.</summary>
    public static string TownOf(string text) =>
        InTextPattern().Match(OrganisationIndex.NameKey(text)) is { Success: true } found ? found.Groups[1].Value : "";

    /// <summary>True for 城东街道总工会 and the like: the union of a town itself.</summary>
    public static bool IsTown(string name) => TownPattern().IsMatch(OrganisationIndex.NameKey(name));

    /// <summary>True for 东河区总工会.</summary>
    public static bool IsDistrict(string name) => DistrictPattern().IsMatch(OrganisationIndex.NameKey(name));

    /// <summary>城东街道 → 城东街道总工会.</summary>
    public static string TownName(string town) =>
        town.EndsWith("工会", StringComparison.Ordinal) ? town : town + "总工会";

    /// <summary>The level that a name tells.</summary>
    public static Level LevelOf(string name) =>
        IsDistrict(name) ? Level.District
        : IsTown(name) ? Level.Town
        : Level.Grassroots;

    /// <summary>The kind that a name tells.</summary>
    public static OrganisationKind KindOf(string name, Level level) =>
        level switch
        {
            Level.District => OrganisationKind.Federation,
            Level.Town => OrganisationKind.TownFederation,
            _ when name.Contains("行业", StringComparison.Ordinal)
                    || name.Contains("产业工会", StringComparison.Ordinal) => OrganisationKind.Industrial,
            _ when name.Contains("联合", StringComparison.Ordinal) => OrganisationKind.Joint,
            _ => OrganisationKind.Grassroots,
        };

    /// <summary>The category that a word or a name tells; null when it tells none.</summary>
    public static UnitCategory? CategoryOf(string text)
    {
        var folded = ReadingFold.Of(text);
        if (OrganisationVocabulary.Categories.TryParse(folded, out var known))
        {
            return known;
        }

        // The last word counts: 卫生局机关 is an agency, 医院后勤公司 a company.
        var best = (At: -1, Category: (UnitCategory?)null);
        foreach (var (_, category, parts) in Categories)
        {
            foreach (var part in parts)
            {
                var at = folded.LastIndexOf(part, StringComparison.Ordinal);
                if (at > best.At)
                {
                    best = (at, category);
                }
            }
        }

        return best.Category ?? (BureauPattern().IsMatch(folded) ? UnitCategory.Agency : null);
    }

    [GeneratedRegex("^(\\(?[一二三四五六七八九十0-9]+[、.)])")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        "(?:^|[省市区县旗_\\-—·年度季])([^省市区县旗年度季_\\-—·0-9]{1,6}?(?:街道|镇|乡|开发区|高新区|园区|新区))"
    )]
    private static partial Regex InTextPattern();

    [GeneratedRegex("\\([^)]*\\)$")]
    private static partial Regex BracketPattern();

    [GeneratedRegex("(?<!总|联合|产业|行业)(机关|基层)?(工会委员会|工会)$")]
    private static partial Regex UnionPattern();

    [GeneratedRegex("(总工会|工会联合会|联合工会|工会委员会|工会工作委员会|工会)$")]
    private static partial Regex SuffixPattern();

    [GeneratedRegex(
        "^.{1,10}(街道|镇|乡|开发区|高新区|园区|新区|度假区|平台|管委会)(总工会|工会联合会|联合会|工会工作委员会|工会委员会|工会)?$"
    )]
    private static partial Regex TownPattern();

    [GeneratedRegex("^.{1,10}[区县市旗](总工会|工会联合会)$")]
    private static partial Regex DistrictPattern();

    [GeneratedRegex("(局|委|办|厅|处|政府|办事处)(机关)?(工会|工会委员会|机关工会)?$")]
    private static partial Regex BureauPattern();
}
