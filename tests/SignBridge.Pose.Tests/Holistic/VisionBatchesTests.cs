using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class VisionBatchesTests(LoadedModels loaded)
{
    private const int Frames = 8;

    private static readonly HolisticOptions Options = new() { Face = true };

    /// <summary>Other shapes take other paths through the kernels, so not every bit is the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Estimate_StreamsInBatches_AreEqualToOneWithout(int streams)
    {
        using var alone = new HolisticEstimator(loaded.Models, Options);
        var expected = alone.Estimate(Clip.Read(Sample("where-dog"), Frames));
        using var batching = HolisticModels.Load(LoadedModels.Package, LoadedModels.Sessions, Options, batchSizes: [1, 2, 4]);

        // The streams show different people, so that an answer which went to another caller would be seen.
        var actual = await Task.WhenAll(Enumerable.Range(0, streams).Select(i => Task.Run(() =>
        {
            using var estimator = new HolisticEstimator(batching, Options);
            return estimator.Estimate(Clip.Read(Sample(i == 1 ? "mom-like-cat" : "where-dog"), Frames));
        })));

        Assert.All(actual.Where((_, i) => i != 1), poses => AssertClose(expected, poses));
    }

    private static string Sample(string name) => Path.Combine(Repository.Samples, name + ".mp4");

    private static void AssertClose(List<PoseFrame> expected, List<PoseFrame> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (e, a) in expected.Zip(actual))
        {
            foreach (var (x, y) in e.Landmarks.ToArray().Zip(a.Landmarks.ToArray()))
            {
                Assert.Equal(x.IsPresent, y.IsPresent);
                if (!x.IsPresent)
                    continue;
                Assert.Equal(x.X, y.X, 0.01f);
                Assert.Equal(x.Y, y.Y, 0.01f);
                Assert.Equal(x.Z, y.Z, 0.05f);
                Assert.Equal(x.Confidence, y.Confidence, 0.0001f);
            }
        }
    }
}
