using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>A step with the places of its cells.</summary>
internal sealed record PlacedStep(TaskStep Step, SourcePlace KindPlace, SourcePlace DatePlace, SourcePlace UnitPlace);
