using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Mapping;

/// <summary>An organisation as the exports tell of it（导出里的组织）.</summary>
internal sealed class ExportedUnit(string name, string town, SourcePlace place)
{
    /// <summary>Full name.</summary>
    public string Name => name;

    /// <summary>Its town, as <see cref="UnitNames.TownKey"/>; empty for none.</summary>
    public string Town { get; set; } = town;

    /// <summary>Its code; empty until it is known.</summary>
    public string Code { get; set; } = "";

    /// <summary>True when the program gave the code.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>Its level.</summary>
    public Level Level { get; set; }

    /// <summary>Where it was seen first.</summary>
    public SourcePlace Place => place;

    /// <summary>True for one that the exports only speak of.</summary>
    public bool IsMade { get; init; }

    /// <summary>What the exports say of it.</summary>
    public Dictionary<ColumnSpec, (RawCell Cell, SourcePlace Place)> Cells { get; } = [];

    /// <summary>Further rows that claim to be the same; the table itself refuses them.</summary>
    public List<ExportedUnit> Doubles { get; } = [];
}
