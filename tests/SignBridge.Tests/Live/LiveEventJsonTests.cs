using System.Buffers;
using System.Text;
using System.Text.Json;
using SignBridge.Recognition;

namespace SignBridge.Tests;

public sealed class LiveEventJsonTests
{
    private static readonly Gloss Dog = new("dog", TimeSpan.FromSeconds(1 / 3.0), TimeSpan.FromSeconds(2 / 3.0), 0.987654321, [new GlossAlternative("?", 0.01)]);

    private readonly LiveEventJson _events = new();

    [Fact]
    public void TryWrite_Glosses_NumbersThemAndTellsGrownFromPartial()
    {
        const string Gloss = """{"gloss":"dog","start":0.333,"end":0.667,"confidence":0.9877,"alternatives":[{"gloss":"?","confidence":0.01}]}""";
        Assert.Equal(
            $$"""{"seq":1,"type":"gloss.partial","time":1.5,"utterance":0,"committed":[],"partial":[{{Gloss}}],"end":null}""",
            Written(new GlossesRead(TimeSpan.FromSeconds(1.5), 0, [], 0, [Dog], UtteranceEnd.None)));
        Assert.Equal(
            $$"""{"seq":2,"type":"gloss.committed","time":2,"utterance":0,"committed":[{{Gloss}}],"partial":[],"end":null}""",
            Written(new GlossesRead(TimeSpan.FromSeconds(2), 0, [Dog], 1, [], UtteranceEnd.None)));
        Assert.StartsWith("""{"seq":3,"type":"gloss.partial",""", Written(new GlossesRead(TimeSpan.FromSeconds(3), 0, [Dog], 0, [], UtteranceEnd.None)), StringComparison.Ordinal);
        Assert.EndsWith("\"end\":\"hands-lowered\"}", Written(new GlossesRead(TimeSpan.FromSeconds(4), 0, [Dog], 0, [], UtteranceEnd.HandsLowered)), StringComparison.Ordinal);
        Assert.StartsWith("""{"seq":5,"type":"gloss.committed",""", Written(new GlossesRead(TimeSpan.FromSeconds(5), 1, [Dog], 1, [], UtteranceEnd.None)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "text.final")]
    [InlineData(false, "text.partial")]
    public void TryWrite_Text_HasTheTimesOfItsSigns(bool isFinal, string type) => Assert.Equal(
        $$"""{"seq":1,"type":"{{type}}","time":3,"utterance":2,"start":0.333,"end":1,"text":"Where's the \"dog\"?"}""",
        Written(new TextWritten(TimeSpan.FromSeconds(3), 2, new Caption(Dog.Start, TimeSpan.FromSeconds(1), "Where's the \"dog\"?"), isFinal)));

    [Theory]
    [InlineData(NoticeState.Once, "once")]
    [InlineData(NoticeState.Begins, "begins")]
    [InlineData(NoticeState.Ends, "ends")]
    public void TryWrite_Notice_HasItsState(NoticeState state, string expected) => Assert.Equal(
        $$"""{"seq":1,"type":"notice","time":3,"code":"too-dark","message":"Dark.","state":"{{expected}}"}""",
        Written(new NoticeGiven(TimeSpan.FromSeconds(3), new Notice("too-dark", "Dark."), state)));

    [Fact]
    public void Write_EventOfTheCarrier_IsAtTheTimeOfTheNewestPose()
    {
        Assert.Equal("", Written(new PoseSeen(PoseFrame.Empty(TimeSpan.FromSeconds(7.25), SkeletonLayout.HolisticWithoutFace))));
        Assert.Equal("""{"seq":1,"type":"session.closed","time":7.25}""", Written(json => _events.Write(json, "session.closed")));
    }

    private string Written(LiveEvent happened) => Written(json => _events.TryWrite(json, happened));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResultJson.Layout(indented: false)))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
