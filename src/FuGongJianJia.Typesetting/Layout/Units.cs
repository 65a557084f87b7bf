namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Lengths（长度）: everything in layout is points, 1/72 inch.</summary>
public static class Units
{
    /// <summary>Millimetres to points.</summary>
    public static double Mm(double millimetres) => millimetres * 72 / 25.4;

    /// <summary>Points to millimetres.</summary>
    public static double ToMm(double points) => points * 25.4 / 72;
}
