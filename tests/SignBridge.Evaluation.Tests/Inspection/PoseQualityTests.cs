using SignBridge.Evaluation.Inspection;

namespace SignBridge.Evaluation.Tests.Inspection;

public sealed class PoseQualityTests
{
    [Fact]
    public void Of_StillSigner_IsSeenEverywhereAndDoesNotShake() =>
        Assert.Equal(new PoseQuality(0, 0, 0, 0), PoseQuality.Of(Drawn.Poses(4, _ => 0)));

    [Fact]
    public void Of_MissingParts_CountsTheirFrames()
    {
        var poses = Drawn.Poses(4, _ => 0, (frame, part) => part switch { "body" => frame > 0, "left" => frame > 2, _ => frame > 1 });

        Assert.Equal((0.25, 0.5), (PoseQuality.Of(poses).WithoutBody, PoseQuality.Of(poses).WithoutHands));
    }

    [Fact]
    public void Of_HandAtTheEdge_IsCutOff() =>
        Assert.Equal(0.5, PoseQuality.Of(Drawn.Poses(4, frame => frame < 2 ? 0 : 700)).HandsCutOff);

    [Fact]
    public void Of_BodyThatJumps_ShakesByItsSecondDifference()
    {
        // The body jumps by 10 of 100 pixels to and fro: each second difference is 20 pixels.
        var poses = Drawn.Poses(5, _ => 0, body: frame => frame % 2 * 10);

        Assert.Equal(0.2, PoseQuality.Of(poses).Jitter, 6);
    }

    [Fact]
    public void Of_ClipOfTwoFrames_HasNoJitter() => Assert.True(double.IsNaN(PoseQuality.Of(Drawn.Poses(2, _ => 0)).Jitter));
}
