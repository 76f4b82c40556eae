namespace SignBridge.Tests;

public sealed class SubtitlesTests
{
    [Fact]
    public void ToSrt_TwoCaptions_NumbersThemWithCommas() => Assert.Equal(
        "1\n00:00:00,267 --> 00:00:02,400\nPlease wait.\n\n2\n01:02:03,004 --> 01:02:05,000\nWho is crying?\n\n",
        Subtitles.ToSrt([At(0.267, 2.4, "Please wait."), At(3723.004, 3725, "Who is crying?")]));

    [Fact]
    public void ToVtt_TwoCaptions_BeginsWithTheSignatureAndUsesPoints() => Assert.Equal(
        "WEBVTT\n\n00:00:00.267 --> 00:00:02.400\nPlease wait.\n\n100:00:00.000 --> 100:00:02.000\nWait.\n\n",
        Subtitles.ToVtt([At(0.267, 2.4, "Please wait."), At(360000, 360002, "Wait.")]));

    [Fact]
    public void NoCaptions_AreAnEmptySrtAndAnEmptyVtt()
    {
        Assert.Equal("", Subtitles.ToSrt([]));
        Assert.Equal("WEBVTT\n\n", Subtitles.ToVtt([]));
    }

    [Fact]
    public void ToVtt_MarkupInText_IsEscaped() =>
        Assert.Contains("\na &lt;b&gt; &amp; c\n", Subtitles.ToVtt([At(0, 2, "a <b> & c")]), StringComparison.Ordinal);

    [Fact]
    public void ToSrt_MarkupInText_StaysAsItIs() => Assert.Contains("\na <b> & c\n", Subtitles.ToSrt([At(0, 2, "a <b> & c")]), StringComparison.Ordinal);

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\n\r\ntwo\n")]
    public void TextOfSeveralLines_BecomesOne(string text)
    {
        Assert.EndsWith("\none two\n\n", Subtitles.ToSrt([At(0, 2, text)]), StringComparison.Ordinal);
        Assert.EndsWith("\none two\n\n", Subtitles.ToVtt([At(0, 2, text)]), StringComparison.Ordinal);
    }

    [Fact]
    public void TimesBetweenMilliseconds_AreRoundedIntoTheNextSecond() =>
        Assert.StartsWith("1\n00:00:01,000 --> 00:01:00,000\n", Subtitles.ToSrt([At(0.9999, 59.99995, "Wait.")]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Cat.", "00:00:02,000")]
    [InlineData("We will go to the farm.", "00:00:03,000")]
    public void CueThatIsShorterThanItsReading_StaysLonger(string text, string end) =>
        Assert.Contains($"00:00:01,000 --> {end}\n", Subtitles.ToSrt([At(1, 1.2, text)]), StringComparison.Ordinal);

    [Fact]
    public void CueThatStaysLonger_EndsWhereTheNextOneBegins() =>
        Assert.Contains("00:00:01,000 --> 00:00:01,500\n", Subtitles.ToSrt([At(1, 1.2, "Cat."), At(1.5, 4, "Dog.")]), StringComparison.Ordinal);

    private static Caption At(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);
}
