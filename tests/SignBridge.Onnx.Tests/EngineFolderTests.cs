namespace SignBridge.Onnx.Tests;

public sealed class EngineFolderTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    [Fact]
    public void For_AGraphFile_IsAFolderOfItsOwnUnderTheCaches()
    {
        var first = EngineFolder.For(_package.PathOf("a.bin"));
        var second = EngineFolder.For(_package.PathOf("b.bin"));

        Assert.True(Directory.Exists(first));
        Assert.NotEqual(first, second);
        Assert.Equal(first, EngineFolder.For(_package.PathOf("a.bin")));
        Assert.Matches(@"/signbridge/tensorrt/small-a-[0-9a-f]{16}$", first);
        Directory.Delete(first);
        Directory.Delete(second);
    }

    [Fact]
    public void For_AFileThatWasReplaced_IsAnotherFolder()
    {
        var before = EngineFolder.For(_package.PathOf("a.bin"));
        File.SetLastWriteTimeUtc(_package.PathOf("a.bin"), DateTime.UnixEpoch);
        var after = EngineFolder.For(_package.PathOf("a.bin"));

        Assert.NotEqual(before, after);
        Directory.Delete(before);
        Directory.Delete(after);
    }

    public void Dispose() => _package.Dispose();
}
