namespace FuGongJianJia.Demo.Scenes;

/// <summary>A block along the axes.</summary>
internal sealed record Block(Vector Low, Vector High, Vector Colour, double Gloss) : Shape
{
    public override Hit Meets(Vector from, Vector ray)
    {
        var (enter, leave, normal) = (double.NegativeInfinity, double.PositiveInfinity, default(Vector));
        Span<(double From, double Ray, double Low, double High, Vector Axis)> axes =
        [
            (from.X, ray.X, Low.X, High.X, new(1, 0, 0)),
            (from.Y, ray.Y, Low.Y, High.Y, new(0, 1, 0)),
            (from.Z, ray.Z, Low.Z, High.Z, new(0, 0, 1)),
        ];
        foreach (var (at, way, low, high, axis) in axes)
        {
            var (near, far) = ((low - at) / way, (high - at) / way);
            if (near > far)
            {
                (near, far) = (far, near);
            }

            if (near > enter)
            {
                (enter, normal) = (near, axis * (way > 0 ? -1 : 1));
            }

            leave = Math.Min(leave, far);
        }

        return enter <= leave && enter > 0 ? new(enter, normal, Colour, Gloss, false) : Hit.None;
    }
}
