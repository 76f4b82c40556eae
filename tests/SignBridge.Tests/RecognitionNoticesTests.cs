namespace SignBridge.Tests;

public sealed class RecognitionNoticesTests
{
    private static readonly Gloss Unknown = new("?", default, TimeSpan.FromSeconds(1), 0.5, [new("?", 0.5), new("cat", 0.25), new("hat", 0.124), new("dog", 0.1), new("cow", 0.026)]);

    [Fact]
    public void Of_GlossesInContinuousMode_SaysNothing() => Assert.Empty(Of(RecognitionMode.Continuous, [Unknown]));

    [Fact]
    public void Of_NoGlosses_SaysSo() => Assert.Equal(["no-signs"], Of(RecognitionMode.Continuous, []).Select(n => n.Code));

    [Theory]
    [InlineData("no-hands")]
    [InlineData("nobody-in-view")]
    public void Of_NoGlossesForAReasonAlreadyGiven_SaysNothing(string code) => Assert.Empty(Of(RecognitionMode.Continuous, [], new Notice(code, "Reason.")));

    [Fact]
    public void Of_AbstainedSign_NamesTheNearest() => Assert.Equal(
        new Notice("abstained", "The sign was not recognised for certain; nearest are cat (25 %), hat (12 %), dog (10 %)."),
        Assert.Single(Of(RecognitionMode.Isolated, [Unknown])));

    [Fact]
    public void Of_UnknownSignWithoutReadings_SaysNothing() => Assert.Empty(Of(RecognitionMode.Isolated, [Unknown with { Alternatives = [] }]));

    private static IEnumerable<Notice> Of(RecognitionMode mode, IReadOnlyList<Gloss> glosses, params Notice[] notices) =>
        RecognitionNotices.Of(new Recognition.Recognition(glosses, notices), mode);
}
