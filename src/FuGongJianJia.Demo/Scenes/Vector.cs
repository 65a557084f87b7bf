namespace FuGongJianJia.Demo.Scenes;

/// <summary>Three numbers: a place, a direction or a colour.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public Vector Unit => this * (1 / Math.Sqrt(Dot(this)));

    public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator *(Vector a, double by) => new(a.X * by, a.Y * by, a.Z * by);
}
