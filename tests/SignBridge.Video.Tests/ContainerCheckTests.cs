namespace SignBridge.Video.Tests;

public sealed class ContainerCheckTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("index-first.mp4")]
    [InlineData("ntsc.mkv")]
    [InlineData("ntsc.webm")]
    [InlineData("ntsc.avi")]
    public void Examine_WholeAndCutFiles_AreToldApartAtEveryCut(string fixture)
    {
        var path = TestFolder.Fixture(fixture);
        Assert.Equal(ContainerCheck.Finding.Whole, ContainerCheck.Examine(path));
        for (var share = 0.05; share < 1; share += 0.05)
            Assert.NotEqual(ContainerCheck.Finding.Whole, ContainerCheck.Examine(_folder.Cut(path, "cut", share)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Examine_IndexAtTheEnd_IsMissedWhenCut(double share)
    {
        var path = _folder.Cut(_folder.Video("whole.mp4", frames: 20), "cut.mp4", share);
        Assert.Equal(ContainerCheck.Finding.IndexMissing, ContainerCheck.Examine(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("no container that anybody knows")]
    public void Examine_UnknownContainer_SaysNothingIsMissing(string content) =>
        Assert.Equal(ContainerCheck.Finding.Whole, ContainerCheck.Examine(_folder.Write("unknown", content)));

    [Fact]
    public void Examine_BoxOf64BitSize_IsRead()
    {
        // ftyp of 8 bytes, moov of 8 bytes, mdat whose size of 2^33 follows its name
        byte[] bytes = [0, 0, 0, 8, .. "ftyp"u8, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 2, 0, 0, 0, 0];
        Assert.Equal(ContainerCheck.Finding.CutOff, ContainerCheck.Examine(_folder.Write("large.mp4", bytes)));
    }

    [Fact]
    public void Examine_BoxToTheEndOfTheFile_IsWhole()
    {
        byte[] bytes = [0, 0, 0, 8, .. "ftyp"u8, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 0, .. "mdat"u8, 1, 2, 3];
        Assert.Equal(ContainerCheck.Finding.Whole, ContainerCheck.Examine(_folder.Write("open.mp4", bytes)));
    }

    [Fact]
    public void Examine_MatroskaOfUnknownLength_IsWhole()
    {
        byte[] bytes = [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0];
        Assert.Equal(ContainerCheck.Finding.Whole, ContainerCheck.Examine(_folder.Write("live.mkv", bytes)));
    }
}
