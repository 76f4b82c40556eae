using System.Buffers;
using System.Text;
using System.Text.Json;
using SignBridge.Onnx;

namespace SignBridge.Tests;

public sealed class ResultJsonTests
{
    private static readonly TranslationResult Result = new()
    {
        Input = "clips/a\tb.mp4",
        Mode = RecognitionMode.Continuous,
        Text = "Where's the \"dog\"?",
        Glosses = [new Gloss("dog", TimeSpan.FromSeconds(1 / 3.0), TimeSpan.FromSeconds(2 / 3.0), 0.987654321, [new GlossAlternative("?", 1e-9)])],
        Captions = [new Caption(TimeSpan.FromSeconds(1 / 3.0), TimeSpan.FromSeconds(2 / 3.0), "Where's the \"dog\"?")],
        Duration = TimeSpan.FromSeconds(2.9666667),
        FramesPerSecond = 30000 / 1001.0,
        Notices = [new Notice("low-frame-rate", "Slow – très slow.")],
        Models = new ModelNames(null, "asl-signs", "plain"),
        Device = new DeviceReport("auto", "cpu", "no card"),
        Poses = new PoseSequence(SkeletonLayout.HolisticWithoutFace, 1, 1, 15, [], null),
    };

    [Fact]
    public void Write_Result_IsTheDocumentedJson() => Assert.Equal(
        """{"input":"clips/a\tb.mp4","mode":"continuous","text":"Where's the \"dog\"?","""
        + """ "glosses":[{"gloss":"dog","start":0.333,"end":0.667,"confidence":0.9877,"alternatives":[{"gloss":"?","confidence":0}]}],""".TrimStart()
        + """ "captions":[{"start":0.333,"end":0.667,"text":"Where's the \"dog\"?"}],"duration":2.967,"fps":29.97,""".TrimStart()
        + """ "notices":[{"code":"low-frame-rate","message":"Slow – très slow."}],""".TrimStart()
        + """ "models":{"pose":null,"recognition":"asl-signs","translation":"plain"},"device":{"requested":"auto","actual":"cpu","reason":"no card"}}""".TrimStart(),
        Written(json => ResultJson.Write(json, Result)));

    [Fact]
    public void Write_IsolatedMode_IsNamed() => Assert.Contains(
        "\"mode\":\"isolated\"", Written(json => ResultJson.Write(json, Result with { Mode = RecognitionMode.Isolated })), StringComparison.Ordinal);

    [Fact]
    public void Write_NothingRecognised_HasEmptyLists()
    {
        var json = Written(writer => ResultJson.Write(writer, Result with { Text = "", Glosses = [], Captions = [], Notices = [] }));
        Assert.Contains("\"text\":\"\",\"glosses\":[],\"captions\":[],", json, StringComparison.Ordinal);
        Assert.Contains("\"notices\":[],", json, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteError_HasInputAndError() => Assert.Equal(
        """{"input":"a.mp4","error":"'a.mp4' is empty."}""", Written(json => ResultJson.WriteError(json, "a.mp4", "'a.mp4' is empty.")));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResultJson.Layout(indented: false)))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
