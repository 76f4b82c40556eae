namespace SignBridge.Onnx.Tests;

public sealed class EngineFolderTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    [Fact]
    public void For_AGraphFile_IsAFolderOfItsOwnUnderTheCaches()
    {
        var first = EngineFolder.Of(_package.PathOf("a.bin"));
        var second = EngineFolder.Of(_package.PathOf("b.bin"));

        Assert.NotEqual(first, second);
        Assert.Equal(first, EngineFolder.Of(_package.PathOf("a.bin")));
        Assert.Matches(@"/signbridge/tensorrt/small-a-[0-9a-f]{16}$", first);
    }

    [Fact]
    public void For_AFileThatWasReplaced_IsAnotherFolder()
    {
        var before = EngineFolder.Of(_package.PathOf("a.bin"));
        File.SetLastWriteTimeUtc(_package.PathOf("a.bin"), DateTime.UnixEpoch);
        var after = EngineFolder.Of(_package.PathOf("a.bin"));

        Assert.NotEqual(before, after);
    }

    public void Dispose() => _package.Dispose();
}
