namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>Takes an outline（轮廓接收者）, in font units, y upwards. A Move closes the contour before it.</summary>
internal interface IOutlineSink
{
    void Move(double x, double y);

    void Line(double x, double y);

    void Curve(double x1, double y1, double x2, double y2, double x, double y);
}
