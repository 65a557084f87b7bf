using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Commendations;

/// <summary>The closed lists of 表彰（词表）, with what offices write instead.</summary>
internal static class CommendationVocabulary
{
    public static readonly WordList<CommendationKind> Kinds = new(
        Vocabulary.Word,
        ("先进集体", CommendationKind.Collective),
        ("先进班组", CommendationKind.Team),
        ("先进个人", CommendationKind.Individual)
    );

    public static readonly WordList<CommendationStatus> Statuses = new(
        Vocabulary.Word,
        ("公示", CommendationStatus.Announced),
        ("已表彰", CommendationStatus.Granted),
        ("授予", CommendationStatus.Granted),
        ("撤销", CommendationStatus.Withdrawn)
    );

    public static readonly WordList<HonourLevel> Levels = new(
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
}
