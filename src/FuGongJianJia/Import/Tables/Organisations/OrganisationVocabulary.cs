using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>The closed lists of 组织（词表）, with what offices write instead.</summary>
internal static class OrganisationVocabulary
{
    public static readonly WordList<Level> Levels = new(
        Vocabulary.Word,
        ("区级", Level.District),
        ("县", Level.District),
        ("县级", Level.District),
        ("市县", Level.District),
        ("镇", Level.Town),
        ("街道", Level.Town),
        ("乡", Level.Town),
        ("乡镇", Level.Town),
        ("镇(街)", Level.Town),
        ("镇街级", Level.Town),
        ("乡镇街道", Level.Town),
        ("镇乡街道", Level.Town),
        ("基层工会", Level.Grassroots),
        ("基层级", Level.Grassroots)
    );

    public static readonly WordList<OrganisationKind> Kinds = new(
        Vocabulary.Word,
        ("区总工会", OrganisationKind.Federation),
        ("乡镇总工会", OrganisationKind.TownFederation),
        ("镇总工会", OrganisationKind.TownFederation),
        ("街道总工会", OrganisationKind.TownFederation),
        ("乡总工会", OrganisationKind.TownFederation),
        ("单独基层工会", OrganisationKind.Grassroots),
        ("联合基层工会", OrganisationKind.Joint),
        ("行业工会", OrganisationKind.Industrial)
    );

    public static readonly WordList<UnitCategory> Categories = new(
        Vocabulary.Word,
        ("机关单位", UnitCategory.Agency),
        ("党政机关", UnitCategory.Agency),
        ("事业单位", UnitCategory.Institution),
        ("企业单位", UnitCategory.Enterprise),
        ("社团", UnitCategory.SocialOrganisation),
        ("社会团体", UnitCategory.SocialOrganisation),
        ("其它", UnitCategory.Other)
    );

    public static readonly WordList<OrganisationStatus> Statuses = new(
        Vocabulary.Word,
        ("在册", OrganisationStatus.Normal),
        ("新成立", OrganisationStatus.New),
        ("已合并", OrganisationStatus.Merged),
        ("撤消", OrganisationStatus.Dissolved),
        ("已撤销", OrganisationStatus.Dissolved),
        ("注销", OrganisationStatus.Dissolved)
    );
}
