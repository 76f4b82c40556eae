namespace SignBridge.Evaluation.Perturbations;

/// <summary>Where a point of a picture goes: x to <c>Xx x + Xy y + X0</c>, y to <c>Yx x + Yy y + Y0</c>, in pixels from the upper left corner.</summary>
internal readonly record struct AffineMap(double Xx, double Xy, double X0, double Yx, double Yy, double Y0)
{
    /// <summary>How much longer lengths become.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Xx * Yy - Xy * Yx));

    /// <summary>Moves everything.</summary>
    public static AffineMap Translation(double x, double y) => new(1, 0, x, 0, 1, y);

    /// <summary>Turns clockwise and scales about a point, which stays where it is.</summary>
    public static AffineMap About(double x, double y, double degrees, double scale)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        (sin, cos) = (scale * sin, scale * cos);
        return new AffineMap(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y);
    }

    /// <summary>Where a point goes.</summary>
    public (double X, double Y) Of(double x, double y) => (Xx * x + Xy * y + X0, Yx * x + Yy * y + Y0);
}
