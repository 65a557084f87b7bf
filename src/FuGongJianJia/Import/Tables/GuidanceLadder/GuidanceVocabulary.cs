using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.GuidanceLadder;

/// <summary>The closed lists of 指导（词表）, with what offices write instead.</summary>
internal static class GuidanceVocabulary
{
    public static readonly WordList<GuidanceRung> Rungs = new(Vocabulary.Word);
}
