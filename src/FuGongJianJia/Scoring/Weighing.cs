using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Percentages without numerators, weighed by heads（加权）: Σ(数值×职工数)/Σ职工数, kept as a ratio so that nothing is rounded
/// before it is shown. The two parts are a means of the method and no figures that anybody reported.
/// </summary>
internal static class Weighing
{
    /// <summary>True for 按职工数加权 and 按会员数加权.</summary>
    public static bool Weighs(this Aggregation method) => method is Aggregation.ByWorkers or Aggregation.ByMembers;

    /// <summary>职工数 or 会员数 of a unit; null where it has none.</summary>
    public static int? HeadsOf(Organisation organisation, Aggregation method) =>
        method == Aggregation.ByWorkers ? organisation.Workers : organisation.Members;

    /// <summary>What a percentage comes to in heads.</summary>
    public static decimal Part(decimal percent, int heads) => percent * heads / 100m;
}
