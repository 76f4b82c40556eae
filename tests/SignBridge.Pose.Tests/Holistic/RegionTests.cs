using System.Numerics;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class RegionTests
{
    private const float Tolerance = 1e-4f;

    [Fact]
    public void OfFrame_Landscape_LetterboxesTheFrame()
    {
        var region = Region.OfFrame(640, 360);

        AssertNear(new Vector2(0, -140), region.ToFrame(Vector2.Zero));
        AssertNear(new Vector2(640, 500), region.ToFrame(Vector2.One));
    }

    [Fact]
    public void FromAlignment_UprightPerson_IsNotRotated()
    {
        var region = Region.FromAlignment(new Vector2(100, 200), new Vector2(100, 50), MathF.PI / 2);

        Assert.Equal(300, region.Size);
        Assert.Equal(0, region.Rotation, Tolerance);
    }

    [Fact]
    public void FromAlignment_PersonLyingToTheRight_IsTurnedClockwise()
    {
        var region = Region.FromAlignment(new Vector2(100, 200), new Vector2(250, 200), MathF.PI / 2);

        Assert.Equal(MathF.PI / 2, region.Rotation, Tolerance);
        AssertNear(new Vector2(250, 200), region.ToFrame(new Vector2(0.5f, 0)));
    }

    [Theory]
    [InlineData(1, 0, 3.5f * MathF.PI, -MathF.PI / 2)]
    [InlineData(0, -1, 0, -MathF.PI / 2)]
    [InlineData(-1, 0, MathF.PI, 0)]
    public void RotationOf_AnyAngle_IsBetweenMinusAndPlusPi(float x, float y, float upright, float expected) =>
        Assert.Equal(expected, Region.RotationOf(Vector2.Zero, new Vector2(x, y), upright), 1e-3f);

    [Fact]
    public void Adjust_RotatedRegion_ShiftsAlongItsOwnAxis()
    {
        var region = new Region(new Vector2(10, 20), 100, MathF.PI / 2).Adjust(scale: 2, shiftY: -0.1f);

        AssertNear(new Vector2(20, 20), region.Center);
        Assert.Equal(200, region.Size);
    }

    [Fact]
    public void AroundBox_WideBox_TakesTheLongSideAndShiftsByTheHeight()
    {
        var region = Region.AroundBox(new Vector2(50, 50), new Vector2(40, 20), 0, scale: 1.5f, shiftY: 0.5f);

        Assert.Equal(60, region.Size);
        AssertNear(new Vector2(50, 60), region.Center);
    }

    [Theory]
    [InlineData(0, 0, 10, true)]
    [InlineData(0, 0, 0, false)]
    [InlineData(float.NaN, 0, 10, false)]
    [InlineData(0, float.PositiveInfinity, 10, false)]
    [InlineData(0, 0, float.NaN, false)]
    public void IsUsable_Region_NeedsASizeAndAPlace(float x, float y, float size, bool expected) =>
        Assert.Equal(expected, new Region(new Vector2(x, y), size, 0).IsUsable);

    [Fact]
    public void BoundingBox_PointsLeftOfTheFrame_ReachesToItsBorder()
    {
        var box = BoundingBox.Around([new Landmark(-30, 5, 0, 1), new Landmark(-10, 9, 0, 1)]);

        Assert.Equal(new Vector2(-30, 5), box.Min);
        Assert.Equal(new Vector2(0, 9), box.Max);
    }

    private static void AssertNear(Vector2 expected, Vector2 actual) =>
        Assert.True(Vector2.Distance(expected, actual) < 1e-3f, $"{actual} is not {expected}");
}
