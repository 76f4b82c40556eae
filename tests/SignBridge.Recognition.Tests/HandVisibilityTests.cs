namespace SignBridge.Recognition.Tests;

public sealed class HandVisibilityTests
{
    [Fact]
    public void Anybody_NothingInAnyFrame_IsFalse()
    {
        var hands = new HandVisibility(Poses.Nobody(3));

        Assert.False(hands.Anybody);
        Assert.False(hands.AnyHands);
    }

    [Fact]
    public void AnyHands_BodyOnly_IsFalseButSomebodyIsThere()
    {
        var hands = new HandVisibility(Poses.Nobody(3).Map((_, part, l) => part == "body" ? new Landmark(1, 1, 0, 1) : l));

        Assert.True(hands.Anybody);
        Assert.False(hands.AnyHands);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("right")]
    public void Within_HandInOneFrame_IsTrueAroundItOnly(string part)
    {
        var hands = new HandVisibility(Poses.Nobody(10).Map((frame, p, l) => frame == 4 && p == part ? new Landmark(1, 1, 0, 1) : l));

        Assert.True(hands.AnyHands && hands.Anybody);
        Assert.True(hands.Within(4, 1));
        Assert.True(hands.Within(-3, 8));
        Assert.True(hands.Within(2, 100));
        Assert.False(hands.Within(5, 100));
        Assert.False(hands.Within(-3, 7));
        Assert.False(hands.Within(20, 5));
    }
}
