using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class CaptionLayoutTests
{
    private const string Long = "My mother is going to the farm tomorrow because the cow is not sleepy and the bird went outside with my uncle";

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(640, 360)]
    [InlineData(360, 640)]
    [InlineData(3840, 2160)]
    public void Of_Sentence_KeepsEveryWordWithinTheFrame(int width, int height)
    {
        var layout = CaptionLayout.Of(Long, width, height);
        Assert.Equal(Long, string.Join(' ', layout.Lines));
        AssertFits(layout, width, height);
    }

    [Fact]
    public void Of_ShortSentence_IsOneLine() => Assert.Equal(["Where is the dog?"], CaptionLayout.Of("Where is the dog?", 640, 360).Lines);

    [Fact]
    public void Of_WordWiderThanTheFrame_IsBroken()
    {
        var word = new string('W', 60);
        var layout = CaptionLayout.Of(word, 320, 240);
        Assert.True(layout.Lines.Count > 1);
        Assert.Equal(word, string.Concat(layout.Lines));
        AssertFits(layout, 320, 240);
    }

    [Fact]
    public void Of_TextThatNeverFits_KeepsTheLastLines()
    {
        var layout = CaptionLayout.Of(string.Concat(Enumerable.Repeat(Long + " ", 20)) + "end.", 160, 120);
        Assert.EndsWith("end.", layout.Lines[^1], StringComparison.Ordinal);
        AssertFits(layout, 160, 120);
    }

    [Fact]
    public void Of_LongerText_UsesSmallerLetters()
    {
        var tall = CaptionLayout.Of("Hello.", 720, 720).Letters;
        var small = CaptionLayout.Of(string.Join(' ', Enumerable.Repeat(Long, 8)), 720, 720).Letters;
        Assert.True(small < tall);
    }

    private static void AssertFits(CaptionLayout layout, int width, int height)
    {
        Assert.True(layout.Height <= height / 3.0);
        Assert.All(layout.Lines, line => Assert.True(
            Cv2.GetTextSize(line, CaptionLayout.Font, layout.Scale, layout.Thickness, out _).Width <= width - (2 * layout.Margin)));
    }
}
