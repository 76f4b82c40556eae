using System.Numerics;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class HeatmapRefinementTests
{
    private const int Landmark = 7;
    private readonly float[] _heatmap = Enumerable.Repeat(-60f, 64 * 64 * 39).ToArray();

    [Fact]
    public void Refine_SurePeakNearby_MovesToIt()
    {
        Set(column: 34, row: 29, logit: 4);

        AssertNear(new Vector2(34, 29) / 64, Refine(new Vector2(32.5f, 31.5f) / 64));
    }

    [Fact]
    public void Refine_TwoPeaks_LiesBetweenThem()
    {
        Set(30, 31, 4);
        Set(34, 31, 4);

        AssertNear(new Vector2(32, 31) / 64, Refine(new Vector2(32.5f, 31.5f) / 64));
    }

    [Theory]
    [InlineData(37, 31, 4)] // beyond the kernel
    [InlineData(32, 31, -0.01f)] // not sure
    public void Refine_NoSurePeakNearby_KeepsThePosition(int column, int row, float logit)
    {
        Set(column, row, logit);
        var position = new Vector2(32.5f, 31.5f) / 64;

        Assert.Equal(position, Refine(position));
    }

    [Theory]
    [InlineData(-0.2f, 0.5f)]
    [InlineData(0.5f, 1)]
    public void Refine_OutsideOfTheCrop_KeepsThePosition(float x, float y) => Assert.Equal(new Vector2(x, y), Refine(new Vector2(x, y)));

    [Fact]
    public void Refine_AtTheBorder_UsesTheKernelInside()
    {
        Set(0, 63, 4);

        AssertNear(new Vector2(0, 63) / 64, Refine(new Vector2(0.01f, 0.99f)));
    }

    private void Set(int column, int row, float logit) => _heatmap[(((row * 64) + column) * 39) + Landmark] = logit;

    private static void AssertNear(Vector2 expected, Vector2 actual) =>
        Assert.True(Vector2.Distance(expected, actual) < 1e-6f, $"{actual} is not {expected}");

    private Vector2 Refine(Vector2 position) => HeatmapRefinement.Refine(_heatmap, Landmark, position);
}
