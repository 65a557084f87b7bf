using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.District;

/// <summary>A step as it came about.</summary>
internal sealed record DemoStep(
    TaskStepKind Kind,
    string Unit,
    DateOnly On,
    string Result,
    string Appraisal = "",
    string Opinion = ""
);
