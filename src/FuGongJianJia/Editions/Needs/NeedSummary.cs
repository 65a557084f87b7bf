using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Needs;

/// <summary>Needs of a period（需求）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Reported">上报.</param>
/// <param name="Analysed">研判.</param>
/// <param name="Answered">答复.</param>
/// <param name="PolicyChanged">政策调整: needs that led to one; several may have led to the same.</param>
/// <param name="MedianDays">Median days from report to answer.</param>
/// <param name="Categories">By category: name, reported, answered; by count, then name.</param>
/// <param name="Changes">Policy changes, newest first, equal ones once.</param>
/// <param name="ToldIn">The longer period that tells the categories in place of this one; null when this one
/// does.</param>
public sealed record NeedSummary(
    Period Period,
    int Reported,
    int Analysed,
    int Answered,
    int PolicyChanged,
    decimal? MedianDays,
    ImmutableArray<NeedCategory> Categories,
    ImmutableArray<PolicyChange> Changes,
    Period? ToldIn
);

/// <summary>Needs of a town and the unions below it（镇街需求）; null is a figure that is withheld.</summary>
/// <param name="Town">Code of the town.</param>
/// <param name="Reported">上报.</param>
/// <param name="Answered">答复.</param>
/// <param name="MedianDays">Median days from report to answer; null too when nothing was answered.</param>
/// <param name="Categories">By category; by count, then name, the withheld ones last.</param>
public sealed record TownNeeds(
    string Town,
    int? Reported,
    int? Answered,
    decimal? MedianDays,
    ImmutableArray<NeedCategory> Categories
);

/// <summary>Needs of one category（需求类别）in the district or a town; null is a figure that is withheld.</summary>
/// <param name="Name">类别.</param>
/// <param name="Reported">上报.</param>
/// <param name="Answered">答复.</param>
/// <param name="Mark">What stands in the place of the counts where they are withheld; null where they are told.</param>
public sealed record NeedCategory(string Name, int? Reported, int? Answered, WithheldMark? Mark)
{
    /// <summary>Why the counts are withheld.</summary>
    public Withheld Withheld =>
        Mark switch
        {
            null => Withheld.No,
            { Below: not null } => Withheld.Small,
            _ => Withheld.Complementary,
        };
}

/// <summary>A policy that was changed（政策调整）, told once however many needs led to it.</summary>
/// <param name="Category">类别.</param>
/// <param name="Text">调整内容.</param>
/// <param name="Document">文号, several in order of date; null when none is given.</param>
/// <param name="On">答复日期, of the first need it answered.</param>
/// <param name="Needs">
/// How many needs it answered（对应需求）; null where that count is withheld, as that of its category would be.
/// </param>
public sealed record PolicyChange(string Category, string Text, string? Document, DateOnly? On, int? Needs = null);
