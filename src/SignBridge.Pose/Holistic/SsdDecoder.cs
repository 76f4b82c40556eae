using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Reads objects out of a detector's boxes, the most confident first.</summary>
/// <remarks><c>TensorsToDetectionsCalculator</c> and <c>NonMaxSuppressionCalculator</c> (weighted, intersection over union above 0.3) of
/// <c>pose_detection_cpu.pbtxt</c> and <c>face_detection.pbtxt</c>.</remarks>
internal sealed class SsdDecoder(Vector2[] anchors, int side, int keypoints)
{
    private const float MinScore = 0.5f;
    private const float MinOverlap = 0.3f;
    private const float MaxLogit = 100;

    private readonly int _values = 4 + (2 * keypoints);
    private readonly List<(int Index, float Score)> _candidates = [];

    /// <summary>Finds the keypoints of the most confident object, averaged over all boxes that overlap with its box.</summary>
    /// <param name="boxes">For each anchor x, y, width, height and the keypoints, in pixels of the crop relative to the anchor.</param>
    /// <param name="scores">Logits.</param>
    /// <param name="result">Takes the keypoints, 0 to 1 in the crop.</param>
    /// <returns>Whether anything was found.</returns>
    public bool TryDecode(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, Span<Vector2> result)
    {
        Collect(boxes, scores);
        return TryNext(boxes, result);
    }

    /// <summary>Finds the next object, as <see cref="TryDecode"/> found the one before in the same boxes.</summary>
    public bool TryNext(ReadOnlySpan<float> boxes, Span<Vector2> result)
    {
        if (_candidates.Count == 0)
            return false;
        var best = _candidates[0];
        foreach (var candidate in _candidates)
        {
            if (candidate.Score > best.Score)
                best = candidate;
        }

        Take(boxes, best.Index, result);
        return true;
    }

    private void Collect(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores)
    {
        _candidates.Clear();
        for (var i = 0; i < anchors.Length; i++)
        {
            var score = 1 / (1 + MathF.Exp(-Math.Clamp(scores[i], -MaxLogit, MaxLogit)));
            if (!(score >= MinScore) || boxes[(i * _values) + 2] < 0 || boxes[(i * _values) + 3] < 0)
                continue;
            _candidates.Add((i, score));
        }
    }

    /// <summary>Averages the candidates that overlap with the best one, and takes them away.</summary>
    private void Take(ReadOnlySpan<float> boxes, int best, Span<Vector2> result)
    {
        result.Clear();
        var box = Box(boxes, best);
        var total = 0f;
        var others = 0;
        for (var i = 0; i < _candidates.Count; i++)
        {
            var (index, score) = _candidates[i];
            // A box without area overlaps with nothing, not even itself.
            if (index != best && !(Overlap(Box(boxes, index), box) > MinOverlap))
            {
                _candidates[others++] = _candidates[i];
                continue;
            }

            total += score;
            for (var k = 0; k < keypoints; k++)
                result[k] += score * Point(boxes, index, 4 + (2 * k));
        }

        _candidates.RemoveRange(others, _candidates.Count - others);
        foreach (ref var point in result)
            point /= total;
    }

    private BoundingBox Box(ReadOnlySpan<float> boxes, int index)
    {
        var center = Point(boxes, index, 0);
        var half = new Vector2(boxes[(index * _values) + 2], boxes[(index * _values) + 3]) / (2 * side);
        return new BoundingBox(center - half, center + half);
    }

    private Vector2 Point(ReadOnlySpan<float> boxes, int index, int offset) =>
        (new Vector2(boxes[(index * _values) + offset], boxes[(index * _values) + offset + 1]) / side) + anchors[index];

    private static float Overlap(BoundingBox a, BoundingBox b)
    {
        var common = Vector2.Max(Vector2.Zero, Vector2.Min(a.Max, b.Max) - Vector2.Max(a.Min, b.Min));
        var intersection = common.X * common.Y;
        var union = (a.Extent.X * a.Extent.Y) + (b.Extent.X * b.Extent.Y) - intersection;
        return union > 0 ? intersection / union : 0;
    }
}
