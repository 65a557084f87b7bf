namespace FuGongJianJia.Demo.Scenes;

/// <summary>A cylinder across the picture, from one x to another, shining.</summary>
internal sealed record Roller(double Left, double Right, double Y, double Z, double Radius, Vector Colour) : Shape
{
    public override Hit Meets(Vector from, Vector ray)
    {
        var (y, z) = (from.Y - Y, from.Z - Z);
        var a = (ray.Y * ray.Y) + (ray.Z * ray.Z);
        var b = (y * ray.Y) + (z * ray.Z);
        var inside = (b * b) - (a * ((y * y) + (z * z) - (Radius * Radius)));
        if (inside > 0)
        {
            var distance = (-b - Math.Sqrt(inside)) / a;
            var x = from.X + (ray.X * distance);
            if (distance > 0 && x >= Left && x <= Right)
            {
                var normal = new Vector(0, y + (ray.Y * distance), z + (ray.Z * distance)) * (1 / Radius);
                return new(distance, normal, Colour, 0.35, false);
            }
        }

        // Its end, towards the middle of the hall.
        var end = ray.X < 0 ? Right : Left;
        var across = (end - from.X) / ray.X;
        var (ey, ez) = (y + (ray.Y * across), z + (ray.Z * across));
        return across > 0 && (ey * ey) + (ez * ez) < Radius * Radius
            ? new(across, new(ray.X < 0 ? 1 : -1, 0, 0), Colour * 0.7, 0.1, false)
            : Hit.None;
    }
}
