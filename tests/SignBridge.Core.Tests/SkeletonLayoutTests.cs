namespace SignBridge.Core.Tests;

public sealed class SkeletonLayoutTests
{
    [Fact]
    public void Parse_PartsWithCounts_GivesOffsetsInOrder()
    {
        var layout = SkeletonLayout.Parse("body33-left21-right21");

        Assert.Equal(75, layout.Count);
        Assert.Equal([new("body", 0, 33), new("left", 33, 21), new SkeletonPart("right", 54, 21)], layout.Parts);
    }

    [Theory]
    [InlineData("body")]
    [InlineData("33")]
    [InlineData("body0")]
    [InlineData("body33--left21")]
    [InlineData("left21-left21")]
    [InlineData("Body33")]
    [InlineData("body999999")]
    public void Parse_NotALayout_ThrowsFormatException(string text) =>
        Assert.Throws<FormatException>(() => SkeletonLayout.Parse(text));

    [Fact]
    public void Contains_PartsWithTheSameCounts_IgnoresOrderAndExtraParts()
    {
        Assert.True(SkeletonLayout.Holistic.Contains(SkeletonLayout.Parse("right21-body33")));
        Assert.False(SkeletonLayout.HolisticWithoutFace.Contains(SkeletonLayout.Holistic));
        Assert.False(SkeletonLayout.Holistic.Contains(SkeletonLayout.Parse("body17")));
    }

    [Fact]
    public void Part_OfAFrame_IsItsSliceOrEmpty()
    {
        var frame = PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace);

        Assert.Equal(21, frame.Part("left").Length);
        Assert.True(frame.Part("face").IsEmpty);
        Assert.All(frame.Landmarks.ToArray(), l => Assert.False(l.IsPresent));
    }

    [Fact]
    public void PoseFrame_WrongCount_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PoseFrame(TimeSpan.Zero, SkeletonLayout.Holistic, new Landmark[3]));

    [Fact]
    public void Limbs_OfEveryPart_StayInsideThePart() =>
        Assert.All(SkeletonLayout.Holistic.Parts, part =>
            Assert.All(SkeletonLimbs.Of(part.Name), limb => Assert.InRange(Math.Max(limb.From, limb.To), 1, part.Count - 1)));
}
