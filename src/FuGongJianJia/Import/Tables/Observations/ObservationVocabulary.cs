using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>The closed lists of 指标值（词表）, with what offices write instead.</summary>
internal static class ObservationVocabulary
{
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
}
