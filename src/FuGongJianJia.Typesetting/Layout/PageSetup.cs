namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Paper and type area（纸张与版心）; points.</summary>
public sealed record PageSetup
{
    /// <summary>Paper width.</summary>
    public double Width { get; init; } = Units.Mm(210);

    /// <summary>Paper height.</summary>
    public double Height { get; init; } = Units.Mm(297);

    /// <summary>Top margin（天头）.</summary>
    public double Top { get; init; } = Units.Mm(37);

    /// <summary>Bottom margin（地脚）.</summary>
    public double Bottom { get; init; } = Units.Mm(35);

    /// <summary>Binding margin（订口）: the left one, and on even pages the right one when pages face.</summary>
    public double Inner { get; init; } = Units.Mm(28);

    /// <summary>Outer margin（切口）.</summary>
    public double Outer { get; init; } = Units.Mm(26);

    /// <summary>Printed on both sides: the margins change sides on even pages.</summary>
    public bool Facing { get; init; }

    /// <summary>Line pitch of the grid that paragraphs with OnGrid stand on; 0 for none.</summary>
    public double GridPitch { get; init; }

    /// <summary>Width of the type area.</summary>
    public double BodyWidth => Width - Inner - Outer;

    /// <summary>Height of the type area.</summary>
    public double BodyHeight => Height - Top - Bottom;

    /// <summary>
    /// GB/T 9704-2012: A4, 版心 156 × 225 mm, 天头 37 mm, 订口 28 mm; 22 lines of 28 characters at 15.75 pt on a 28.95 pt
    /// pitch.
    /// </summary>
    public static PageSetup OfficialDocument { get; } = new() { GridPitch = 28.95 };

    /// <summary>The same paper sideways（横排）, for wide tables: the binding edge is at the top.</summary>
    public static PageSetup OfficialLandscape { get; } =
        new()
        {
            Width = Units.Mm(297),
            Height = Units.Mm(210),
            Top = Units.Mm(28),
            Bottom = Units.Mm(26),
            Inner = Units.Mm(35),
            Outer = Units.Mm(37),
        };
}
