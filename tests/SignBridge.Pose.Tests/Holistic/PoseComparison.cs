using System.Numerics;

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>How far poses are from MediaPipe's, in units of its shoulder width.</summary>
internal sealed class PoseComparison
{
    private const int LeftShoulder = 11;
    private const int RightShoulder = 12;

    private readonly Dictionary<string, List<float>> _distances = [];
    private readonly Dictionary<string, int> _agreements = [];
    private int _frames;

    public void Add(PoseFrame actual, PoseFrame expected)
    {
        _frames++;
        var shoulders = Vector2.Distance(At(expected.Part("body")[LeftShoulder]), At(expected.Part("body")[RightShoulder]));
        foreach (var part in actual.Layout.Parts)
        {
            var a = actual.Part(part.Name);
            var e = expected.Part(part.Name);
            if (a[0].IsPresent == e[0].IsPresent)
                _agreements[part.Name] = _agreements.GetValueOrDefault(part.Name) + 1;
            if (!a[0].IsPresent || !e[0].IsPresent)
                continue;
            // Both hands are one kind: a hand that hangs at the border of the picture is seen in few frames of a clip.
            var kind = part.Name is "left" or "right" ? "hands" : part.Name;
            if (!_distances.TryGetValue(kind, out var distances))
                _distances[kind] = distances = [];
            for (var i = 0; i < a.Length; i++)
                distances.Add(Vector2.Distance(At(a[i]), At(e[i])) / shoulders);
        }
    }

    public float Median(string kind)
    {
        var sorted = _distances[kind].Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public double Agreement(string part) => (double)_agreements.GetValueOrDefault(part) / _frames;

    /// <summary>The bounds of the specification.</summary>
    public void AssertWithinBounds()
    {
        Assert.InRange(Median("body"), 0, 0.02f);
        Assert.InRange(Median("hands"), 0, 0.03f);
        Assert.InRange(Median("face"), 0, 0.01f);
        foreach (var part in (string[])["left", "right"])
            Assert.True(Agreement(part) >= 0.9, $"{part} hand agrees in {Agreement(part):P0} of the frames");
    }

    private static Vector2 At(Landmark landmark) => new(landmark.X, landmark.Y);
}
