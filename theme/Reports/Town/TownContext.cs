using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Pictures;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>What the sections of a town's report are made from.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">The year.</param>
/// <param name="Town">The town-level unit.</param>
/// <param name="Images">案例图片, by path below input/.</param>
internal sealed record TownContext(
    PublicEdition Edition,
    PublicPeriod Period,
    UnionResult Town,
    ImmutableSortedDictionary<string, Picture> Images
)
{
    /// <summary>The public grass-roots unions below the town.</summary>
    public Population Population { get; } = Period.PopulationOf(Level.Grassroots).Below(Town.Code);

    /// <summary>Those of them that stand, by code.</summary>
    public ImmutableArray<UnionResult> Unions => Population.Members;

    /// <summary>True for the town itself and the unions below it.</summary>
    public bool Covers(string? organisation) =>
        organisation is not null
        && (
            string.Equals(organisation, Town.Code, StringComparison.Ordinal)
            || string.Equals(Period.Find(organisation)?.Organisation.Parent, Town.Code, StringComparison.Ordinal)
        );
}

/// <summary>A section of the town's report; no blocks when its data are absent.</summary>
internal sealed record TownSection(string Title, Func<TownContext, ImmutableArray<DocumentBlock>> Blocks);
