using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>The closed lists of 任务、任务流转（词表）, with what offices write instead.</summary>
internal static class TaskVocabulary
{
    public static readonly WordList<TaskStepKind> Steps = new(
        Vocabulary.Word,
        ("认领", TaskStepKind.TakeOn),
        ("交办", TaskStepKind.Distribute)
    );
}
