using SignBridge.Video;

namespace SignBridge.Cli.Tests;

public sealed class LiveRecordingTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Complete_DiskFull_SaysSoInOneSentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        using var recording = new LiveRecording(_folder["kept"], rate: 15);
        File.CreateSymbolicLink(_folder["kept/captions.vtt"], "/dev/full");
        recording.Add(new TextWritten(TimeSpan.FromSeconds(1), 0, new Caption(TimeSpan.Zero, TimeSpan.FromSeconds(1), "Hello."), IsFinal: true));

        var failure = Assert.Throws<SignBridgeException>(() => recording.Complete(new VideoInfo(640, 480, 30, null, IsLive: true), "mediapipe-holistic"));

        AssertUnwritable(failure, "captions.vtt");
        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Hello.", File.ReadAllText(_folder["kept/captions.jsonl"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WhereNoFolderCanBe_SaysSoInOneSentence()
    {
        File.WriteAllText(_folder["file"], "");

        AssertUnwritable(Assert.Throws<SignBridgeException>(() => new LiveRecording(_folder["file/kept"], rate: 15)), "file/kept");
    }

    private static void AssertUnwritable(SignBridgeException failure, string file)
    {
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains($"{file}' cannot be written", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("has room.", failure.Message, StringComparison.Ordinal);
    }
}
