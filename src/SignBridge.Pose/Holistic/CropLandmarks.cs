using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Landmarks of a crop as landmarks of the frame (<c>TensorsToLandmarksCalculator</c> and <c>LandmarkProjectionCalculator</c>).</summary>
internal static class CropLandmarks
{
    /// <summary>Projects landmarks that were seen for sure: confidence 1.</summary>
    /// <param name="values">x, y, z of each in pixels of the crop.</param>
    /// <param name="side">Side of the crop in pixels.</param>
    /// <param name="region">Where the crop lies in the frame.</param>
    /// <param name="depthScale">The model's z is larger than its x and y by this factor.</param>
    /// <param name="result">Takes them in pixels of the frame.</param>
    public static void Project(ReadOnlySpan<float> values, int side, Region region, float depthScale, Span<Landmark> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var position = region.ToFrame(new Vector2(values[3 * i], values[(3 * i) + 1]) / side);
            result[i] = new Landmark(position.X, position.Y, values[(3 * i) + 2] / side / depthScale * region.Size, 1);
        }
    }
}
