using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Tests.Datasets;
using SignBridge.Evaluation.Tests.Perturbations;

namespace SignBridge.Evaluation.Tests.Clips;

public sealed class PoseStoreTests : IDisposable
{
    private const string Key = "ab34";
    private readonly DatasetFolder _folder = new();

    private PoseStore Store => new(_folder["poses"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_NothingKept_IsNull() => Assert.Null(Store.Find(Key, "a"));

    [Fact]
    public void Keep_AndFind_GiveTheSameClipBitForBit()
    {
        var miss = Store.Keep(Key, Clip());
        var hit = Store.Find(Key, "a")!;
        Assert.Equal(Clip().Brightness, miss.Brightness);
        Assert.Equal((miss.Brightness, miss.Clip.Name, miss.Clip.FramesPerSecond, miss.Clip.Duration), (hit.Brightness, hit.Clip.Name, hit.Clip.FramesPerSecond, hit.Clip.Duration));
        Assert.Equal(Clip().Clip.SourceNotices, hit.Clip.SourceNotices);
        AssertSame(miss.Clip.Poses, hit.Clip.Poses);
    }

    [Fact]
    public void Keep_EstimatedPoses_LosesNoCoordinate()
    {
        var kept = Store.Keep(Key, Clip());
        AssertSame(Clip().Clip.Poses, kept.Clip.Poses);
    }

    [Fact]
    public void Find_UnderAnotherName_CallsTheClipSo()
    {
        Store.Keep(Key, Clip());
        Assert.Equal("b", Store.Find(Key, "b")!.Clip.Name);
    }

    [Theory]
    [InlineData("pose", "")]
    [InlineData("pose", "no poses")]
    [InlineData("json", "")]
    [InlineData("json", "{")]
    [InlineData("json", "null")]
    public void Find_DamagedFile_IsNullUntilItIsKeptAgain(string extension, string content)
    {
        Store.Keep(Key, Clip());
        File.WriteAllText(Assert.Single(Directory.GetFiles(_folder["poses"], $"*.{extension}", SearchOption.AllDirectories)), content);
        Assert.Null(Store.Find(Key, "a"));
        AssertSame(Clip().Clip.Poses, Store.Keep(Key, Clip()).Clip.Poses);
    }

    [Theory]
    [InlineData("pose")]
    [InlineData("json")]
    public void Find_OneOfTheFilesMissing_IsNull(string extension)
    {
        Store.Keep(Key, Clip());
        File.Delete(Assert.Single(Directory.GetFiles(_folder["poses"], $"*.{extension}", SearchOption.AllDirectories)));
        Assert.Null(Store.Find(Key, "a"));
    }

    [Fact]
    public void Keep_Folder_HoldsWholeFilesOnly()
    {
        Store.Keep(Key, Clip());
        Assert.Equal([$"{Key}.json", $"{Key}.pose"], Directory.GetFiles(_folder["poses"], "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keep_WhereNoFolderCanBe_NamesTheRemedy()
    {
        _folder.Touch("poses");
        var failure = Assert.Throws<SignBridgeException>(() => Store.Keep(Key, Clip()));
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains("--poses", failure.Message, StringComparison.Ordinal);
    }

    private static SampleClip Clip()
    {
        var poses = SyntheticPoses.Person(frames: 12, rate: 15, layout: SkeletonLayout.HolisticWithoutFace);
        return new SampleClip(new Clip("a", poses, 29.97, TimeSpan.FromMilliseconds(801), [new Notice("several-people", "Two.")]), 101.23456789);
    }

    private static void AssertSame(PoseSequence expected, PoseSequence actual)
    {
        Assert.Equal((expected.Width, expected.Height, expected.FramesPerSecond, expected.Extractor), (actual.Width, actual.Height, actual.FramesPerSecond, actual.Extractor));
        Assert.Equal(expected.Frames.Select(f => f.Time), actual.Frames.Select(f => f.Time));
        Assert.Equal(expected.AllLandmarks(), actual.AllLandmarks());
    }
}
