namespace FuGongJianJia.Demo.Scenes;

/// <summary>
/// A coating line and three who look at it（车间示意图）, drawn by rays: boxes, rollers and people of round shapes under a
/// saw-tooth roof. Nobody and no place is real. Metres; x to the right, y up, z into the picture.
/// </summary>
public static class WorkshopScene
{
    private const double Far = 60;
    private const double HalfWidth = 9;
    private const double Eaves = 7;
    private const double Bay = 4;

    // As much light as reaches what lies in shade, and how soon air takes the far colours away.
    private const double Ambient = 0.36;
    private const double Haze = 0.007;
    private const double Epsilon = 1e-4;
    private const double Gamma = 2.2;

    private static readonly Vector Eye = new(1.1, 1.7, -4.6);
    private static readonly Vector Sun = new Vector(-0.55, 0.8, -0.25).Unit;
    private static readonly Vector Sky = new(0.86, 0.92, 0.98);
    private static readonly Vector Steel = new(0.62, 0.65, 0.67);
    private static readonly Vector Green = new(0.12, 0.3, 0.22);
    private static readonly Vector Cloth = new(0.06, 0.12, 0.26);
    private static readonly Vector Skin = new(0.72, 0.55, 0.44);

    private static readonly Shape[] Shapes = [.. Machines(), .. People()];

    /// <summary>The picture（示意图）, however large: red, green, blue and full opacity of each pixel, row by row.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static byte[] Draw(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var (at, y) = (0, 0); y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // Four places of each pixel.
                var sum = default(Vector);
                for (var part = 0; part < 4; part++)
                {
                    var (right, down) = (part % 2, part / 2);
                    sum += At(
                        (x + 0.25 + (0.5 * right)) / width,
                        (y + 0.25 + (0.5 * down)) / height,
                        (double)width / height,
                        Noise.Corner((2 * x) + right, (2 * y) + down)
                    );
                }

                foreach (var light in (ReadOnlySpan<double>)[sum.X / 4, sum.Y / 4, sum.Z / 4, 1])
                {
                    pixels[at++] = (byte)
                        Math.Round(255 * Math.Pow(Math.Clamp(light, 0, 1), 1 / Gamma), MidpointRounding.AwayFromZero);
                }
            }
        }

        return pixels;
    }

    // Colour of a place, x from the left and y from the top, 0–1; grain is a number of this place for what is soft.
    private static Vector At(double x, double y, double aspect, double grain)
    {
        var ray = new Vector((x - 0.5) * aspect * 0.92, (0.46 - y) * 0.92, 1).Unit;
        var hit = Nearest(Eye, ray);
        var at = Eye + (ray * hit.Distance);
        var light = Lit(at, hit, grain);
        var shine = hit.Gloss == 0 ? default : Reflected(at, ray, hit, grain) * hit.Gloss;
        var haze = 1 - Math.Exp(-hit.Distance * Haze);
        return ((light + shine) * (1 - haze)) + (Sky * haze * 0.9);
    }

    private static Vector Reflected(Vector at, Vector ray, Hit hit, double grain)
    {
        var mirrored = ray - (hit.Normal * (2 * ray.Dot(hit.Normal)));
        var scattered = (mirrored + new Vector((grain - 0.5) * 0.06, 0, (grain - 0.5) * 0.12)).Unit;
        var from = at + (hit.Normal * Epsilon);
        var other = Nearest(from, scattered);
        return Lit(from + (scattered * other.Distance), other, grain);
    }

    // The roof lets light through; what stands between darkens, and so do floor and walls where they meet.
    private static Vector Lit(Vector at, Hit hit, double grain)
    {
        if (hit.Glows)
        {
            return hit.Colour;
        }

        var towards = (Sun + new Vector((grain - 0.5) * 0.35, 0, (((grain * 7) % 1) - 0.5) * 0.35)).Unit;
        var facing = Math.Max(0, hit.Normal.Dot(towards));
        if (facing > 0 && Array.Exists(Shapes, s => s.Meets(at + (hit.Normal * Epsilon), towards).Distance < 9))
        {
            facing *= 0.15;
        }

        var corner = Math.Min(1, 0.62 + (0.38 * Math.Min(HalfWidth - Math.Abs(at.X), Math.Max(at.Y, 0.35))));
        var above = 0.5 + (0.5 * hit.Normal.Y);
        return hit.Colour * (((Ambient * (0.6 + (0.4 * above))) + (0.62 * facing)) * corner);
    }

    private static Hit Nearest(Vector from, Vector ray)
    {
        var nearest = Hall(from, ray);
        foreach (var shape in Shapes)
        {
            var hit = shape.Meets(from, ray);
            if (hit.Distance < nearest.Distance)
            {
                nearest = hit;
            }
        }

        return nearest;
    }

    // Floor, walls with windows, roof with strips of glass and trusses, and a far wall.
    private static Hit Hall(Vector from, Vector ray)
    {
        var best = Plane(from.Z, ray.Z, Far, new(0, 0, -1));
        foreach (
            var next in new[]
            {
                Plane(from.Y, ray.Y, 0, new(0, 1, 0)),
                Plane(from.Y, ray.Y, Eaves, new(0, -1, 0)),
                Plane(from.X, ray.X, -HalfWidth, new(1, 0, 0)),
                Plane(from.X, ray.X, HalfWidth, new(-1, 0, 0)),
            }
        )
        {
            best = next.Distance < best.Distance ? next : best;
        }

        var at = from + (ray * best.Distance);
        var bay = at.Z / Bay - Math.Floor(at.Z / Bay);
        return best.Normal switch
        {
            { Y: > 0 } => best with { Colour = Floor(at), Gloss = 0.16 },
            { Y: < 0 } when bay is > 0.3 and < 0.75 && Math.Abs(at.X) < 7.5 && Math.Abs(at.X % 2.5) > 0.08 => best with
            {
                Colour = Sky * 1.12,
                Glows = true,
            },
            { Y: < 0 } => best with { Colour = new Vector(0.4, 0.43, 0.46) * (bay < 0.06 ? 0.55 : 1) },
            { X: not 0 } when at.Y is > 3.4 and < 5.8 && bay is > 0.18 and < 0.86 && Math.Abs(at.Y - 4.6) > 0.05 =>
                best with
                {
                    Colour = Sky * 1.02,
                    Glows = true,
                },
            { X: not 0 } when at.Y < 1.25 => best with { Colour = new(0.16, 0.32, 0.38) },
            _ => best with { Colour = new Vector(0.66, 0.68, 0.64) * (bay < 0.05 ? 0.8 : 1) },
        };
    }

    // Concrete, worn unevenly, with a yellow lane on both sides of the way.
    private static Vector Floor(Vector at)
    {
        var worn =
            0.9 + (0.2 * (Noise.At(at.X * 0.8, at.Z * 0.5) - 0.5)) + (0.1 * (Noise.At(at.X * 6, at.Z * 3) - 0.5));
        return Math.Abs(at.X - 0.2) is < 0.06 || Math.Abs(at.X - 4.6) is < 0.06
            ? new Vector(0.8, 0.58, 0.1) * worn
            : new Vector(0.34, 0.36, 0.35) * worn;
    }

    private static Hit Plane(double from, double ray, double place, Vector normal)
    {
        var distance = (place - from) / ray;
        return new(distance > Epsilon ? distance : double.PositiveInfinity, normal, default, 0, false);
    }

    private static IEnumerable<Shape> Machines()
    {
        for (var k = 0; k < 7; k++)
        {
            var z = 0.4 + (k * 3.1);
            var tall = k % 3 == 1 ? 2.9 : 2.1;
            yield return new Block(new(-6.6, 0, z), new(-2.6, 0.55, z + 2.9), Green, 0.05);
            yield return new Block(new(-6.5, 0.55, z + 0.2), new(-6.2, tall, z + 2.7), Green, 0.05);
            yield return new Block(new(-2.95, 0.55, z + 0.3), new(-2.7, tall, z + 0.55), Green, 0.05);
            yield return new Block(new(-2.95, 0.55, z + 2.3), new(-2.7, tall, z + 2.55), Green, 0.05);
            if (k % 3 == 1)
            {
                yield return new Block(new(-6.5, 2.5, z + 0.2), new(-2.7, 2.9, z + 2.7), new(0.75, 0.76, 0.74), 0.08);
            }

            for (var roller = 0; roller < 3; roller++)
            {
                var high = 1.0 + (0.45 * ((roller + k) % 2));
                yield return new Roller(-6.2, -2.8, high, z + 0.55 + (roller * 0.85), roller == 1 ? 0.3 : 0.2, Steel);
            }
        }

        // The film from roller to roller, a cabinet with its lamp, and reels that wait.
        yield return new Block(new(-6.0, 1.52, 0.8), new(-3.0, 1.54, 21), new(0.82, 0.8, 0.72), 0.3);
        yield return new Block(new(-2.2, 0, 5.6), new(-1.5, 1.9, 6.6), new(0.84, 0.84, 0.8), 0.05);
        yield return new Block(new(-1.98, 1.2, 5.57), new(-1.68, 1.5, 5.6), new(0.25, 0.6, 0.42), 0.2);
        for (var reel = 0; reel < 5; reel++)
        {
            yield return new Roller(5.6, 7.4, 0.62, 3 + (reel * 1.5), 0.6, new(0.78, 0.76, 0.68));
        }

        yield return new Block(new(7.7, 0, 12), new(8.7, 2.4, 24), new(0.12, 0.24, 0.45), 0);
    }

    // Three, seen from behind: two at the rollers, one who points.
    private static IEnumerable<Shape> People() =>
        [
            .. Person(-0.9, 1.7, 1, new(0.95, 0.7, 0.05), hand: new(-1.62, 1.52, 2)),
            .. Person(-0.1, 2.5, 0.96, new(0.75, 0.12, 0.08), hand: new(-0.37, 0.83, 2.5)),
            .. Person(0.95, 1.5, 1.03, new(0.9, 0.9, 0.88), hand: new(0.66, 0.89, 1.5)),
        ];

    private static IEnumerable<Shape> Person(double x, double z, double size, Vector helmet, Vector hand) =>
        [
            new Round(new(x - (0.1 * size), 0.08, z), new(x - (0.09 * size), 0.85 * size, z), 0.1 * size, Cloth * 0.75),
            new Round(new(x + (0.1 * size), 0.08, z), new(x + (0.09 * size), 0.85 * size, z), 0.1 * size, Cloth * 0.75),
            new Round(new(x, 0.95 * size, z), new(x, 1.28 * size, z), 0.2 * size, Cloth),
            new Round(
                new(x - (0.16 * size), 1.36 * size, z),
                new(x + (0.16 * size), 1.36 * size, z),
                0.1 * size,
                Cloth
            ),
            new Round(new(x - (0.2 * size), 1.34 * size, z), hand, 0.065 * size, Cloth),
            new Round(hand, hand + new Vector(0, -0.05, 0), 0.055 * size, Skin),
            new Round(
                new(x + (0.25 * size), 1.3 * size, z),
                new(x + (0.28 * size), 0.86 * size, z),
                0.065 * size,
                Cloth
            ),
            new Round(new(x, 1.46 * size, z), new(x, 1.6 * size, z), 0.09 * size, Skin),
            new Round(new(x, 1.64 * size, z), new(x, 1.67 * size, z), 0.125 * size, helmet),
            new Block(
                new(x - (0.13 * size), 1.6 * size, z - 0.13),
                new(x + (0.13 * size), 1.625 * size, z + 0.17),
                helmet * 0.9,
                0
            ),
        ];
}
