using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Values;

/// <summary>A closed list（词表）: the words of <see cref="Vocabulary"/> and what offices write instead.</summary>
internal sealed class WordList<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _words = new(StringComparer.Ordinal);

    /// <summary>Every value with its word, and aliases.</summary>
    public WordList(Func<T, string> word, params (string Alias, T Value)[] aliases)
    {
        Words = [.. Enum.GetValues<T>().Select(word)];
        foreach (var value in Enum.GetValues<T>())
        {
            _words[word(value)] = value;
        }

        foreach (var (alias, value) in aliases)
        {
            _words[alias] = value;
        }
    }

    /// <summary>The words a cell may hold, for messages and the dictionary.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Reads a word, in full- or half-width form.</summary>
    public bool TryParse(string text, out T value) =>
        _words.TryGetValue(text, out value)
        || _words.TryGetValue(TextFold.Fold(text).Replace(" ", "", StringComparison.Ordinal), out value);
}

/// <summary>The closed lists of the tables.</summary>
internal static class WordLists
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

    public static readonly WordList<IndexKey> Indexes = new(
        Vocabulary.Word,
        ("红色指数", IndexKey.Red),
        ("规范指数", IndexKey.Norm),
        ("活力指数", IndexKey.Vigour),
        ("温暖指数", IndexKey.Warmth),
        ("和谐指数", IndexKey.Harmony)
    );

    public static readonly WordList<RuleKind> Rules = new(
        Vocabulary.Word,
        ("达标", RuleKind.TargetRatio),
        ("比例", RuleKind.TargetRatio),
        ("计数达标", RuleKind.Count),
        ("清单完成", RuleKind.Checklist),
        ("档次", RuleKind.Tiers)
    );

    public static readonly WordList<Aggregation> Aggregations = new(
        Vocabulary.Word,
        ("合计", Aggregation.Sum),
        ("无", Aggregation.None)
    );

    public static readonly WordList<ObservationState> States = new(
        Vocabulary.Word,
        ("已上报", ObservationState.Reported),
        ("已填报", ObservationState.Reported),
        ("正常", ObservationState.Reported),
        ("未报", ObservationState.Missing),
        ("漏报", ObservationState.Missing),
        ("未上报", ObservationState.Missing),
        ("不涉及", ObservationState.NotApplicable),
        ("数据存疑", ObservationState.Doubtful)
    );

    public static readonly WordList<TaskStepKind> Steps = new(
        Vocabulary.Word,
        ("认领", TaskStepKind.TakeOn),
        ("交办", TaskStepKind.Distribute)
    );

    public static readonly WordList<GuidanceRung> Rungs = new(Vocabulary.Word);

    public static readonly WordList<CommendationKind> CommendationKinds = new(
        Vocabulary.Word,
        ("先进集体", CommendationKind.Collective),
        ("先进班组", CommendationKind.Team),
        ("先进个人", CommendationKind.Individual)
    );

    public static readonly WordList<CommendationStatus> CommendationStatuses = new(
        Vocabulary.Word,
        ("公示", CommendationStatus.Announced),
        ("已表彰", CommendationStatus.Granted),
        ("授予", CommendationStatus.Granted),
        ("撤销", CommendationStatus.Withdrawn)
    );

    public static readonly WordList<HonourLevel> HonourLevels = new(
        Vocabulary.Word,
        ("全国", HonourLevel.National),
        ("国家", HonourLevel.National),
        ("省部级", HonourLevel.Provincial),
        ("省", HonourLevel.Provincial),
        ("市", HonourLevel.City),
        ("区", HonourLevel.District),
        ("县级", HonourLevel.District),
        ("区县级", HonourLevel.District),
        ("镇街", HonourLevel.Town),
        ("乡镇级", HonourLevel.Town)
    );

    public static readonly WordList<HeadcountKind> Headcounts = new(Vocabulary.Word, ("人数", HeadcountKind.People));
}
