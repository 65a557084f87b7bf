using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>What the sections of a result sheet are made from.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">Period.</param>
/// <param name="Union">Whose sheet.</param>
/// <param name="Losses">How many losses are named; the rest is one step.</param>
internal sealed record SheetContext(PublicEdition Edition, PublicPeriod Period, UnionResult Union, int Losses)
{
    /// <summary>Width of the type area, points.</summary>
    public static double Width => Typography.SheetPage.BodyWidth;

    /// <summary>
    /// Full address of the union's page on the site; empty where it is not known: a part of it leads nowhere from
    /// paper.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>QR code of that address, made once for all versions of the sheet; null without one.</summary>
    public required Drawing? Code { get; init; }
}

/// <summary>A section of the sheet: its blocks, none when it has nothing to say.</summary>
/// <param name="Blocks">Makes the blocks.</param>
/// <param name="Shortens">True when it may say less (<see cref="SheetContext.Losses"/>) so that the sheet fits; the
/// others are the same in every version.</param>
internal sealed record SheetSection(Func<SheetContext, ImmutableArray<DocumentBlock>> Blocks, bool Shortens = false);
