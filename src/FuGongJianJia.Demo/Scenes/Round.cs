namespace FuGongJianJia.Demo.Scenes;

/// <summary>A rod with round ends: limbs, heads.</summary>
internal sealed record Round(Vector From, Vector To, double Radius, Vector Colour) : Shape
{
    public override Hit Meets(Vector from, Vector ray)
    {
        var (axis, start) = (To - From, from - From);
        var (length, along, begun) = (axis.Dot(axis), axis.Dot(ray), axis.Dot(start));
        var a = length - (along * along);
        var b = (length * ray.Dot(start)) - (begun * along);
        var c = (length * start.Dot(start)) - (begun * begun) - (Radius * Radius * length);
        var inside = (b * b) - (a * c);
        if (inside < 0)
        {
            return Hit.None;
        }

        var distance = (-b - Math.Sqrt(inside)) / a;
        var place = begun + (distance * along);
        if (place <= 0 || place >= length)
        {
            var end = place <= 0 ? start : from - To;
            var (p, q) = (ray.Dot(end), end.Dot(end) - (Radius * Radius));
            inside = (p * p) - q;
            if (inside < 0)
            {
                return Hit.None;
            }

            distance = -p - Math.Sqrt(inside);
            place = Math.Clamp(place, 0, length);
        }

        var at = start + (ray * distance);
        var normal = (at - (axis * (place / length))) * (1 / Radius);
        return distance > 0 ? new(distance, normal, Colour, 0, false) : Hit.None;
    }
}
