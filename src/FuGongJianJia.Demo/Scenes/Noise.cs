namespace FuGongJianJia.Demo.Scenes;

/// <summary>Smooth uneven values（噪声）from 0 to 1: hashed corners of a grid, eased between.</summary>
internal static class Noise
{
    public static double At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (Ease(x - left), Ease(y - top));
        var upper = Corner(left, top) + (u * (Corner(left + 1, top) - Corner(left, top)));
        var lower = Corner(left, top + 1) + (u * (Corner(left + 1, top + 1) - Corner(left, top + 1)));
        return upper + (v * (lower - upper));
    }

    /// <summary>A value of a whole place, 0–1.</summary>
    public static double Corner(int x, int y)
    {
        var hash = unchecked(((uint)x * 374761393u) + ((uint)y * 668265263u));
        hash = unchecked((hash ^ (hash >> 13)) * 1274126177u);
        return ((hash ^ (hash >> 16)) & 0xFFFFFF) / (double)0x1000000;
    }

    private static double Ease(double t) => t * t * (3 - (2 * t));
}
