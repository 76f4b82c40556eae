using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Corrects landmarks by the heat map around them (<c>RefineLandmarksFromHeatmapCalculator</c> in
/// <c>tensors_to_pose_landmarks_and_segmentation.pbtxt</c>).</summary>
/// <remarks>The graph asks for a kernel of 7, but MediaPipe 0.10.21 for Python computes with 9, the calculator's default: on the same
/// heat map the elbow of a PopSign clip differs from it by 1.6 pixels with 7 and by 0.02 with 9.</remarks>
internal static class HeatmapRefinement
{
    private const int Side = 64;
    private const int Channels = 39;
    private const int Reach = 4; // on each side of the middle: a kernel of 9
    private const float MinConfidence = 0.5f;

    /// <summary>The mean position around a landmark, weighted by the heat map; the position itself where the heat map is not sure.</summary>
    /// <param name="heatmap">Logits [64, 64, 39].</param>
    /// <param name="landmark">Which channel.</param>
    /// <param name="position">0 to 1 in the crop.</param>
    public static Vector2 Refine(ReadOnlySpan<float> heatmap, int landmark, Vector2 position)
    {
        var column = (int)(position.X * Side);
        var row = (int)(position.Y * Side);
        if (column is < 0 or >= Side || row is < 0 or >= Side)
            return position;
        var (sum, highest, weighted) = (0f, 0f, Vector2.Zero);
        for (var y = Math.Max(0, row - Reach); y <= Math.Min(Side - 1, row + Reach); y++)
        {
            for (var x = Math.Max(0, column - Reach); x <= Math.Min(Side - 1, column + Reach); x++)
            {
                var confidence = 1 / (1 + MathF.Exp(-heatmap[(((y * Side) + x) * Channels) + landmark]));
                sum += confidence;
                highest = Math.Max(highest, confidence);
                weighted += confidence * new Vector2(x, y);
            }
        }

        return highest >= MinConfidence ? weighted / Side / sum : position;
    }
}
