using SignBridge.Evaluation.Datasets;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class FolderLayoutTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SignFolders_NameOfTheFolder_IsTheGloss()
    {
        _folder.Touch("hot dog/2.mp4", "hot dog/1.pose", "hot dog/.hidden.mp4", "hot dog/notes.txt", "cat/a.mov");

        var samples = _folder.Samples(DatasetCatalog.Recognise(_folder.Path));

        Assert.Equal(["cat/a.mov cat", "hot dog/1.pose hot dog", "hot dog/2.mp4 hot dog"], samples.Select(s => $"{s.Id} {Assert.Single(s.Glosses!)}"));
        Assert.Equal(_folder["cat/a.mov"], samples[0].Media.Path);
    }

    [Fact]
    public void Lsa64_NameOfTheFile_IsSignSignerAndRepetition()
    {
        _folder.Touch("001_002_003.mp4", "064_010_005.mp4");

        var samples = _folder.Samples(DatasetCatalog.Recognise(_folder.Path));

        Assert.Equal(["001_002_003 001 002 003", "064_010_005 064 010 005"], samples.Select(s => $"{s.Id} {s.Glosses![0]} {s.Signer} {s.Columns["repetition"]}"));
    }

    [Fact]
    public void Lsa64_FileOfAnotherName_IsListed()
    {
        _folder.Touch("001_002_003.mp4", "intro.mp4");

        Assert.Equal(["broken-row intro.mp4"], _folder.Problems(DatasetCatalog.Named("lsa64")));
    }

    [Fact]
    public void NamedClips_MustBeNamedAndTakeTheGlossFromTheFile()
    {
        _folder.Touch("cat.mp4", "dog.mp4");

        Assert.Equal(["cat", "dog"], _folder.Samples(DatasetCatalog.Named("named-clips")).Select(s => s.Glosses![0]));
        Assert.Throws<SignBridgeException>(() => DatasetCatalog.Recognise(_folder.Path));
    }

    [Fact]
    public void PoseFolder_TextBesideAPose_IsItsSentence()
    {
        _folder.Touch("a.pose", "b.pose");
        _folder.Write("a.txt", "Where is the dog?");

        var samples = _folder.Samples(DatasetCatalog.Recognise(_folder.Path));

        Assert.Equal([("a", "Where is the dog?"), ("b", null)], samples.Select(s => (s.Id, s.Text)));
    }

    [Fact]
    public void PopSign_RealFolder_ListsItsClips()
    {
        Assert.SkipWhen(ExternalData.PopSign is null, ExternalData.Reason);

        var samples = DatasetCatalog.Recognise(ExternalData.PopSign!).Read(ExternalData.PopSign!).ToList();

        Assert.Equal(250, samples.Count);
        Assert.All(samples, s => Assert.Null(s.Problem));
        Assert.Equal("TV", Assert.Single(samples[0].Sample!.Glosses!));
    }
}
