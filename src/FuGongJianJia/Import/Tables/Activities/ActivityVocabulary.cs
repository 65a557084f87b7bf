using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Activities;

/// <summary>The closed lists of 活动（词表）, with what offices write instead.</summary>
internal static class ActivityVocabulary
{
    public static readonly WordList<HeadcountKind> HeadcountKinds = new(
        Vocabulary.Word,
        ("人数", HeadcountKind.People)
    );
}
