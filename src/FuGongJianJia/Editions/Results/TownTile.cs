namespace FuGongJianJia.Editions.Results;

/// <summary>Where a town stands on the tile map（镇街方格）.</summary>
/// <param name="Town">Its code.</param>
/// <param name="Row">From 1 at the top.</param>
/// <param name="Column">From 1 at the left.</param>
public sealed record TownTile(string Town, int Row, int Column);
