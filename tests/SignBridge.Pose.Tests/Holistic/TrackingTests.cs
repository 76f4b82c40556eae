using System.Numerics;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class TrackingTests
{
    private const float Degree = MathF.PI / 180;
    private static readonly TrackingLimits Limits = new(Degrees: 40, Translation: 0.2f, Scale: 0.4f, Margin: -0.1f);
    private static readonly Region Suggested = new(new Vector2(100, 100), 50, 0);
    private static readonly Landmark[] Inside = [new(100, 100, 0, 1), new(120, 80, 0, 1)];

    [Theory]
    [InlineData(100, 100, 50, 0, true)]
    [InlineData(109, 91, 50, 0, true)]
    [InlineData(111, 100, 50, 0, false)] // too far to the side
    [InlineData(100, 89, 50, 0, false)] // too far up
    [InlineData(100, 100, 69, 0, true)]
    [InlineData(100, 100, 71, 0, false)] // too large
    [InlineData(100, 100, 29, 0, false)] // too small
    [InlineData(100, 100, 50, 39, true)]
    [InlineData(100, 100, 50, -41, false)] // turned too far
    public void Allow_PreviousRegion_MustBeNear(float x, float y, float size, float degrees, bool expected) =>
        Assert.Equal(expected, Limits.Allow(new Region(new Vector2(x, y), size, degrees * Degree), Inside, Suggested));

    [Fact]
    public void Allow_AnglesOnBothSidesOfPi_AreNear()
    {
        var previous = Suggested with { Rotation = 179 * Degree };

        Assert.True(Limits.Allow(previous, Inside, Suggested with { Rotation = -179 * Degree }));
    }

    [Fact]
    public void Allow_TurnedRegions_AreComparedAlongTheirAxes()
    {
        var suggested = Suggested with { Rotation = MathF.PI / 4 };

        // 13 pixels along the diagonal, 9.2 along x and y.
        Assert.False(Limits.Allow(suggested with { Center = new Vector2(109.2f, 109.2f) }, Inside.AsSpan(0, 1), suggested));
    }

    [Theory]
    [InlineData(122, true)]
    [InlineData(123, false)]
    [InlineData(float.NaN, false)]
    public void Allow_LandmarksOfTheLastFrame_MustBeInside(float x, bool expected) =>
        Assert.Equal(expected, Limits.Allow(Suggested, [new Landmark(x, 100, 0, 1)], Suggested));

    [Fact]
    public void Choose_TrackedPart_KeepsItsRegionUntilItIsLost()
    {
        var tracker = new PartTracker(2, Limits);
        var previous = Suggested with { Center = new Vector2(103, 100) };

        Assert.Equal(Suggested, tracker.Choose(Suggested));
        tracker.Remember(Inside, previous);
        Assert.Equal(previous, tracker.Choose(Suggested));
        var moved = Suggested with { Center = new Vector2(300, 100) };
        Assert.Equal(moved, tracker.Choose(moved));
        tracker.Reset();
        Assert.Equal(Suggested, tracker.Choose(Suggested));
    }

    [Fact]
    public void Choose_RememberedRegionWithoutSize_IsNotUsed()
    {
        var tracker = new PartTracker(2, Limits with { Scale = 10 });
        tracker.Remember(Inside, Suggested with { Size = 0 });

        Assert.Equal(Suggested, tracker.Choose(Suggested));
    }

    [Fact]
    public void Project_LandmarksOfACrop_LieInTheFrame()
    {
        var result = new Landmark[1];
        CropLandmarks.Project([56, 112, 22.4f], side: 224, new Region(new Vector2(50, 60), 100, 0), depthScale: 0.4f, result);

        Assert.Equal(25, result[0].X, 1e-4f);
        Assert.Equal(60, result[0].Y, 1e-4f);
        Assert.Equal(25, result[0].Z, 1e-4f);
        Assert.Equal(1, result[0].Confidence);
    }
}
