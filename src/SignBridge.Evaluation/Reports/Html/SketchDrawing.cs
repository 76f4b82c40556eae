using System.Globalization;
using System.Net;
using System.Text;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports.Html;

/// <summary>Draws the poses of a sketch beside one another as inline SVG.</summary>
internal static class SketchDrawing
{
    private const int Side = 100;
    private const int Margin = 6;
    private static readonly (string Name, int Offset, int Count)[] Parts = [("body", 0, 33), ("left", 33, 21), ("right", 54, 21)];

    /// <param name="sketch">As <see cref="PoseSketch"/> writes it.</param>
    /// <param name="title">What a screen reader says.</param>
    public static string Of(string sketch, string title)
    {
        var poses = PoseSketch.Read(sketch);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {poses.Count * Side} {Side}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
        for (var i = 0; i < poses.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"sketch\" transform=\"translate({i * Side} 0)\">");
            foreach (var (name, offset, count) in Parts)
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{name}\" d=\"{Limbs(name, poses[i].AsSpan(offset, count))}\"/>");
            svg.Append("</g>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Limbs(string part, ReadOnlySpan<(double X, double Y)?> points)
    {
        var path = new StringBuilder();
        foreach (var (from, to) in SkeletonLimbs.Of(part))
        {
            if (points[from] is { } a && points[to] is { } b)
                path.Append(CultureInfo.InvariantCulture, $"M{At(a.X):0.#} {At(a.Y):0.#}L{At(b.X):0.#} {At(b.Y):0.#}");
        }

        return path.ToString();

        static double At(double share) => Margin + (Side - 2 * Margin) * share;
    }
}
