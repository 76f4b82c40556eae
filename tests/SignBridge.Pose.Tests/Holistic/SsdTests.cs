using System.Numerics;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class SsdTests
{
    [Fact]
    public void Create_PoseDetector_HasItsAnchors()
    {
        var anchors = SsdAnchors.Create(224, 8, 16, 32, 32, 32);

        Assert.Equal(2254, anchors.Length);
        Assert.Equal(new Vector2(0.5f / 28), anchors[0]);
        Assert.Equal(anchors[0], anchors[1]);
        Assert.Equal(new Vector2(1.5f, 0.5f) / 28, anchors[2]);
        Assert.Equal(new Vector2(0.5f / 14), anchors[2 * 28 * 28]);
        Assert.Equal(new Vector2(6.5f / 7), anchors[^6]);
    }

    [Fact]
    public void Create_FaceDetector_HasItsAnchors() => Assert.Equal(896, SsdAnchors.Create(128, 8, 16, 16, 16).Length);

    [Fact]
    public void TryDecode_OverlappingBoxes_AreAveragedByTheirScores()
    {
        float[] boxes = [0, 0, 20, 20, 10, 0, /* overlaps */ 2, 0, 20, 20, 40, 0, /* elsewhere */ 80, 80, 20, 20, 90, 90];
        float[] scores = [0, Logit(0.75f), Logit(0.7f)];
        Span<Vector2> point = stackalloc Vector2[1];

        Assert.True(Decoder(3).TryDecode(boxes, scores, point));
        Assert.Equal(((0.5f * 0.1f) + (0.75f * 0.4f)) / 1.25f, point[0].X, 1e-5f);
        Assert.Equal(0, point[0].Y, 1e-5f);
    }

    [Fact]
    public void TryNext_AnotherObject_IsFoundThenNoneIsLeft()
    {
        float[] boxes = [0, 0, 20, 20, 10, 0, /* overlaps */ 2, 0, 20, 20, 40, 0, /* elsewhere */ 80, 80, 20, 20, 90, 70];
        var decoder = Decoder(3);
        Span<Vector2> point = stackalloc Vector2[1];
        decoder.TryDecode(boxes, [2, 3, 1], point);

        Assert.True(decoder.TryNext(boxes, point));
        Assert.Equal(0.9f, point[0].X, 1e-5f);
        Assert.Equal(0.7f, point[0].Y, 1e-5f);
        Assert.False(decoder.TryNext(boxes, point));
    }

    [Fact]
    public void TryDecode_BoxWithoutArea_StandsForItself()
    {
        Span<Vector2> point = stackalloc Vector2[1];

        Assert.True(Decoder(1).TryDecode([0, 0, 0, 0, 30, 60], [5], point));
        Assert.Equal(new Vector2(0.3f, 0.6f), point[0]);
    }

    [Theory]
    [InlineData(-0.01f, 20)]
    [InlineData(5, -1)]
    [InlineData(float.NaN, 20)]
    public void TryDecode_UnsureOrInvertedBox_IsNothing(float score, float width)
    {
        Span<Vector2> point = stackalloc Vector2[1];

        Assert.False(Decoder(1).TryDecode([0, 0, width, 20, 30, 60], [score], point));
    }

    private static SsdDecoder Decoder(int boxes) => new(new Vector2[boxes], side: 100, keypoints: 1);

    private static float Logit(float probability) => MathF.Log(probability / (1 - probability));
}
