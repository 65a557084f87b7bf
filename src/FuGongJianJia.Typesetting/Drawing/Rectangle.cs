namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>A rectangle（矩形）; points, y downwards.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Rectangle(double X, double Y, double Width, double Height);

/// <summary>A point（点）.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct Point(double X, double Y);
