using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Tests.Datasets;

namespace SignBridge.Evaluation.Tests.Clips;

public sealed class ClipKeyTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public ClipKeyTests()
    {
        _folder.WriteBytes("a.mp4", 1, 2, 3);
        _folder.WriteBytes("images/1.png", 1);
        _folder.WriteBytes("images/2.png", 2);
    }

    private string Video => Of(new SampleMedia(_folder["a.mp4"]));

    private string Images => Of(new SampleMedia(_folder["images"]));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_SameContentElsewhere_IsTheSame()
    {
        _folder.WriteBytes("deeper/b.avi", 1, 2, 3);
        Assert.Equal(Video, Of(new SampleMedia(_folder["deeper/b.avi"])));
        Assert.Matches("^[0-9a-f]{64}$", Video);
    }

    [Fact]
    public void Of_OtherContent_IsAnother()
    {
        var before = Video;
        _folder.WriteBytes("a.mp4", 1, 2, 4);
        Assert.NotEqual(before, Video);
    }

    [Fact]
    public void Of_EachPart_IsAnother()
    {
        var media = new SampleMedia(_folder["a.mp4"]);
        string[] keys =
        [
            Video, Of(media with { Start = TimeSpan.FromSeconds(1) }), Of(media with { End = TimeSpan.FromSeconds(1) }),
            Of(media with { Start = TimeSpan.FromSeconds(1), End = TimeSpan.FromSeconds(2) }), Of(media with { Start = TimeSpan.FromTicks(1) }),
        ];
        Assert.Distinct(keys);
    }

    [Fact]
    public void Of_AnotherExtraction_IsAnother() => Assert.NotEqual(Video, Of(new SampleMedia(_folder["a.mp4"]), "other 1"));

    [Fact]
    public void Of_ImageFolder_DependsOnContentNamesAndRate()
    {
        var before = Images;
        Assert.Equal(before, Images);
        Assert.NotEqual(before, Of(new SampleMedia(_folder["images"]) { ImagesPerSecond = 30 }));
        File.Move(_folder["images/1.png"], _folder["images/3.png"]);
        var renamed = Images;
        Assert.NotEqual(before, renamed);
        _folder.WriteBytes("images/2.png", 7);
        Assert.NotEqual(renamed, Images);
    }

    [Fact]
    public void Of_MissingVideo_SaysSo()
    {
        var failure = Assert.Throws<SignBridgeException>(() => Of(new SampleMedia(_folder["none.mp4"])));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("none.mp4", failure.Message, StringComparison.Ordinal);
    }

    private static string Of(SampleMedia media, string extraction = "mediapipe-holistic 1") => ClipKey.Of(media, extraction, ClipKey.ContentOf(media.Path));
}
