using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>The anchors of MediaPipe's detectors: a grid of centres for each stride; their size is fixed to the whole crop.</summary>
/// <remarks><c>SsdAnchorsCalculator</c> with <c>fixed_anchor_size</c>: two anchors a cell for each layer (one for the scale, one for the
/// interpolated scale, which coincide), and layers of the same stride share their grid.</remarks>
internal static class SsdAnchors
{
    private const int AnchorsPerLayer = 2;

    /// <summary>The centres, 0 to 1, in the order of the detector's boxes.</summary>
    /// <param name="side">Side of the detector's crop in pixels.</param>
    /// <param name="strides">Stride of every layer in pixels, equal ones side by side.</param>
    public static Vector2[] Create(int side, params ReadOnlySpan<int> strides)
    {
        var anchors = new List<Vector2>();
        for (var first = 0; first < strides.Length;)
        {
            var last = first;
            while (last < strides.Length && strides[last] == strides[first])
                last++;
            var cells = (side + strides[first] - 1) / strides[first];
            for (var cell = 0; cell < cells * cells; cell++)
            {
                var center = new Vector2((cell % cells) + 0.5f, (cell / cells) + 0.5f) / cells;
                for (var i = 0; i < AnchorsPerLayer * (last - first); i++)
                    anchors.Add(center);
            }

            first = last;
        }

        return [.. anchors];
    }
}
