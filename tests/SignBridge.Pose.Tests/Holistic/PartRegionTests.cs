using System.Numerics;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class PartRegionTests
{
    [Fact]
    public void HandFromBody_UprightHand_IsCentredOnTheKnucklesAndShiftedToTheFingers()
    {
        var region = HandRegion.FromBody(wrist: new Vector2(100, 200), pinky: new Vector2(85, 150), index: new Vector2(107.5f, 150));

        Assert.Equal(2.7f * 100, region.Size, 1e-3f);
        Assert.Equal(0, region.Rotation, 1e-5f);
        Assert.Equal(100, region.Center.X, 1e-3f);
        Assert.Equal(140, region.Center.Y, 1e-3f);
    }

    [Fact]
    public void HandFromRecrop_TopBelowTheMiddle_IsUpright()
    {
        var region = HandRegion.FromRecrop(new Vector2(50, 50), new Vector2(50, 80));

        Assert.Equal(60, region.Size);
        Assert.Equal(0, region.Rotation, 1e-5f);
        Assert.Equal(44, region.Center.Y, 1e-3f);
    }

    [Fact]
    public void HandFromLandmarks_FingerTips_DoNotMatter()
    {
        var hand = Enumerable.Range(0, 21).Select(i => new Landmark(100 + (i % 4), 200 - (5 * i), 0, 1)).ToArray();
        var expected = HandRegion.FromLandmarks(hand);
        foreach (var tip in (int[])[4, 8, 12, 16, 20, 7, 11, 15, 19])
            hand[tip] = new Landmark(-500, 900, 0, 1);

        Assert.Equal(expected, HandRegion.FromLandmarks(hand));
        Assert.True(expected.IsUsable);
    }

    [Fact]
    public void FaceFromDetection_LevelEyes_IsTwiceTheKeypointsAndShiftedUp()
    {
        Vector2[] keypoints = [new(40, 50), new(80, 50), new(60, 65), new(60, 90), new(30, 60), new(90, 60)];
        var region = FaceRegion.FromDetection(keypoints);

        Assert.Equal(120, region.Size);
        Assert.Equal(0, region.Rotation, 1e-5f);
        Assert.Equal(new Vector2(60, 66), region.Center);
    }

    [Fact]
    public void FaceFromBody_TiltedHead_TurnsWithTheEyes()
    {
        var body = new Landmark[33];
        for (var i = 0; i < 11; i++)
            body[i] = new Landmark(100 + (10 * i), 100, 0, 1);
        body[5] = new Landmark(100, 100, 0, 1);
        body[2] = new Landmark(140, 140, 0, 1);

        Assert.Equal(MathF.PI / 4, FaceRegion.FromBody(body).Rotation, 1e-5f);
        Assert.Equal(300, FaceRegion.FromBody(body).Size, 1e-3f);
    }
}
