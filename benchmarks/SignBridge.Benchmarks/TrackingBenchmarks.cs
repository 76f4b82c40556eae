using System.Numerics;
using BenchmarkDotNet.Attributes;
using SignBridge.Pose.Holistic;

namespace SignBridge.Benchmarks;

/// <summary>What stands between the graphs: decoding detections, refining, smoothing and following a body of 33 and a hand of 21 landmarks.</summary>
[MemoryDiagnoser]
public class TrackingBenchmarks
{
    private const int Side = 224;

    private readonly Landmark[] _body = new Landmark[33];
    private readonly Landmark[] _hand = new Landmark[21];
    private readonly Vector2[] _points = new Vector2[4];
    private readonly float[] _heatmap = new float[64 * 64 * 39];
    private readonly float[] _boxes = new float[2254 * 12];
    private readonly float[] _scores = new float[2254];
    private readonly LandmarkSmoother _smoother = new(33, new OneEuroSettings(MinCutoff: 0.05, Beta: 80));
    private readonly VisibilitySmoother _visibility = new(33, alpha: 0.1f);
    private readonly PartTracker _tracker = new(21, new TrackingLimits(Degrees: 40, Translation: 0.2f, Scale: 0.4f, Margin: -0.1f));
    private readonly SsdDecoder _decoder = new(SsdAnchors.Create(Side, 8, 16, 32, 32, 32), Side, keypoints: 4);
    private TimeSpan _time;

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(5);
        foreach (var landmarks in (Landmark[][])[_body, _hand])
        {
            for (var i = 0; i < landmarks.Length; i++)
                landmarks[i] = new Landmark(400 + random.Next(100), 300 + random.Next(100), random.Next(100), 0.9f);
        }

        Array.Fill(_scores, -5);
        foreach (var anchor in Enumerable.Range(0, 12)) // as many as overlap with a person
        {
            _scores[anchor] = 2;
            _boxes.AsSpan(anchor * 12, 4).Fill(100);
        }
    }

    [Benchmark]
    public bool DecodeDetections() => _decoder.TryDecode(_boxes, _scores, _points);

    [Benchmark]
    public Vector2 RefineBody()
    {
        var sum = Vector2.Zero;
        for (var i = 0; i < _body.Length; i++)
            sum += HeatmapRefinement.Refine(_heatmap, i, new Vector2(0.5f));
        return sum;
    }

    [Benchmark]
    public void SmoothBody()
    {
        _time += TimeSpan.FromMilliseconds(33);
        _visibility.Apply(_body);
        _smoother.Apply(_body, objectSize: 500, _time);
    }

    [Benchmark]
    public float FollowHand()
    {
        _tracker.Remember(_hand, HandRegion.FromLandmarks(_hand));
        return _tracker.Choose(HandRegion.FromLandmarks(_hand)).Size;
    }
}
