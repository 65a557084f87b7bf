using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Common;

/// <summary>Looks organisations up by code within a period; a free name stands for itself.</summary>
internal sealed class OrganisationNames(PeriodScores scores)
{
    public Organisation? Find(string code) => scores.Find(code)?.Organisation;

    public string Name(string code) => Find(code)?.Name ?? code;

    public Level Level(string code) => Find(code)?.Level ?? Model.Level.Grassroots;

    public bool IsPublic(string code) => Find(code)?.IsPublic ?? true;

    /// <summary>True when a unit is the other or stands below it.</summary>
    public bool IsWithin(string code, string upper)
    {
        var at = code;
        for (var step = 0; at is not null && step < 4; step++)
        {
            if (string.Equals(at, upper, StringComparison.Ordinal))
            {
                return true;
            }

            at = Find(at)?.Parent;
        }

        return false;
    }

    /// <summary>Code of its town, its own when it is one; the district's for units right below it.</summary>
    public string Town(string code)
    {
        var at = Find(code);
        for (var step = 0; at is { Level: Model.Level.Grassroots, Parent: { } parent } && step < 4; step++)
        {
            at = Find(parent);
        }

        return at?.Code ?? "";
    }
}
