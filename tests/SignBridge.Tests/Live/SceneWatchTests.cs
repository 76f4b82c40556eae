namespace SignBridge.Tests;

public sealed class SceneWatchTests
{
    private readonly SceneWatch _scene = new(640, 480, 15);

    [Fact]
    public void Look_DarkFrames_BeginsAndEndsTheNotice() =>
        Assert.Equal(
            [("too-dark", NoticeState.Begins), ("too-dark", NoticeState.Ends)],
            Look(60, 15, _ => Person(300, 300), k => k < 30 ? 20 : 120));

    [Fact]
    public void Look_OneDarkFrame_SaysNothing() => Assert.Empty(Look(60, 15, _ => Person(300, 300), k => k == 30 ? 5 : 120));

    [Fact]
    public void Look_BothWristsBelowThePicture_SaysHandsAreOutOfView() =>
        Assert.Equal([("hands-out-of-view", NoticeState.Begins)], Look(180, 15, _ => Person(500, 520), _ => 120));

    [Fact]
    public void Look_HandsRestBetweenSentences_SaysNothing() =>
        Assert.Empty(Look(300, 15, k => k % 150 < 120 ? Person(500, 520) : Person(300, 300), _ => 120));

    [Fact]
    public void Look_OneWristInside_SaysNothing() => Assert.Empty(Look(180, 15, _ => Person(500, 400), _ => 120));

    [Fact]
    public void Look_EightFramesASecond_SaysTheRateIsLow() =>
        Assert.Equal([("low-frame-rate", NoticeState.Begins)], Look(60, 8, _ => Person(300, 300), _ => 120));

    [Fact]
    public void Look_ThirteenFramesASecond_SaysNothing() => Assert.Empty(Look(60, 13, _ => Person(300, 300), _ => 120));

    [Fact]
    public void Look_PosesWithoutFrames_SaysNothingAboutLight() => Assert.Empty(Look(60, 15, _ => Person(300, 300), _ => null));

    [Fact]
    public void Look_TwoPeople_SaysWhoIsFollowed() =>
        Assert.Equal([("several-people", NoticeState.Begins)], Look(60, 15, _ => Person(300, 300), _ => 120, people: 2));

    private List<(string, NoticeState)> Look(int poses, double rate, Func<int, Landmark[]> landmarks, Func<int, double?> brightness, int people = 1) =>
        [.. Enumerable.Range(0, poses)
            .SelectMany(k => _scene.Look(new PoseFrame(TimeSpan.FromSeconds(k / rate), SkeletonLayout.HolisticWithoutFace, landmarks(k)), brightness(k), people))
            .Select(n => (n.Notice.Code, n.State))];

    /// <summary>A body whose wrists are at these heights.</summary>
    private static Landmark[] Person(float left, float right)
    {
        var landmarks = new Landmark[SkeletonLayout.HolisticWithoutFace.Count];
        Array.Fill(landmarks, Landmark.Absent);
        for (var i = 0; i < 33; i++)
            landmarks[i] = new Landmark(320, 200, 0, 1);
        (landmarks[15], landmarks[16]) = (new Landmark(250, left, 0, 1), new Landmark(390, right, 0, 1));
        return landmarks;
    }
}
