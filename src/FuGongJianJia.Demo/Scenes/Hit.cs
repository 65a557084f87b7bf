namespace FuGongJianJia.Demo.Scenes;

/// <summary>Where a ray meets something.</summary>
/// <param name="Distance">Along the ray; infinite where it meets nothing.</param>
/// <param name="Normal">Outwards, of length 1.</param>
/// <param name="Colour">Colour.</param>
/// <param name="Gloss">Share of what it mirrors, 0–1.</param>
/// <param name="Glows">Gives light itself.</param>
internal readonly record struct Hit(double Distance, Vector Normal, Vector Colour, double Gloss, bool Glows)
{
    public static Hit None { get; } = new(double.PositiveInfinity, default, default, 0, false);
}
