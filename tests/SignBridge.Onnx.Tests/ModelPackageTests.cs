using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class ModelPackageTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    // Not those that signbridge models fp16 wrote beside them.
    public static TheoryData<string> ShippedPackages =>
        [.. new ModelCatalog(Repository.Models).Folders.Select(folder => Path.GetFileName(folder)!).Where(name => !name.EndsWith("-fp16", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ShippedPackages))]
    public void Verify_ShippedPackage_IsWhole(string name)
    {
        var package = ModelPackage.Open(Path.Combine(Repository.Models, name));

        package.Verify();

        Assert.Equal(name, package.Card.Name);
        Assert.NotEmpty(package.Card.Measured);
    }

    [Theory]
    [MemberData(nameof(ShippedPackages))]
    public void Card_ShippedPackage_ListsEveryFileOfItsFolder(string name)
    {
        var folder = Path.Combine(Repository.Models, name);
        var listed = ModelPackage.Open(folder).Card.Files.Select(f => f.Path);

        var present = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f));

        Assert.Equal(present.Except(["card.json", "LICENSE", "NOTICE"]).Order(), listed.Order());
    }

    [Fact]
    public void Open_WholePackage_ReadsTheCard()
    {
        var package = ModelPackage.Open(_package.Directory);
        package.Verify();

        Assert.Equal("pose", package.Card.Task);
        Assert.Equal(["a.bin", "b.bin"], package.Card.Files.Select(f => f.Path));
        Assert.Equal(_package.PathOf("b.bin"), package.PathOf("b.bin"));
    }

    [Fact]
    public void Open_FolderWithTrailingSeparator_Opens() =>
        Assert.Equal("small", ModelPackage.Open(_package.Directory + Path.DirectorySeparatorChar).Card.Name);

    [Fact]
    public void Open_NoCard_NamesTheFolderAndTheRemedy()
    {
        File.Delete(_package.Card);

        var message = _package.Refusal();

        Assert.Contains($"'{_package.Directory}' has no card.json", message, StringComparison.Ordinal);
        Assert.Contains("git checkout -- models", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingFile_NamesIt()
    {
        File.Delete(_package.PathOf("b.bin"));

        Assert.Contains($"'{_package.PathOf("b.bin")}' is missing", _package.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Open_FileOfAnotherSize_SaysBothSizes(int size)
    {
        File.WriteAllBytes(_package.PathOf("a.bin"), new byte[size]);

        var message = _package.Refusal();

        Assert.Contains($"'{_package.PathOf("a.bin")}' is damaged: it has {size} bytes, expected 3", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/etc/hostname")]
    [InlineData("../small-too/a.bin")]
    [InlineData("")]
    public void Open_PathOutsideOfTheFolder_IsRefused(string path)
    {
        _package.ChangeCard(card => card["files"]![0]!["path"] = path);

        Assert.Contains($"lists '{path}', which is outside of its folder", _package.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\0\0\0\0")]
    public void Open_MalformedCard_NamesIt(string text)
    {
        File.WriteAllText(_package.Card, text);

        Assert.Contains($"The card '{_package.Card}' is", _package.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("task")]
    [InlineData("version")]
    [InlineData("license")]
    [InlineData("source")]
    [InlineData("files")]
    public void Open_CardWithoutRequiredField_NamesTheField(string field)
    {
        _package.ChangeCard(card => card.Remove(field));

        Assert.Contains(field, _package.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path")]
    [InlineData("sha256")]
    [InlineData("bytes")]
    public void Open_FileEntryWithoutField_NamesTheField(string field)
    {
        _package.ChangeCard(card => card["files"]![1]!.AsObject().Remove(field));

        Assert.Contains($"'{field}'", _package.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FilesWithNull_IsRefused()
    {
        _package.ChangeCard(card => card["files"]!.AsArray().Add(null));

        Assert.Contains("lists a file as null", _package.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OneByteFlipped_SaysBothHashes()
    {
        var file = _package.PathOf("a.bin");
        var content = File.ReadAllBytes(file);
        content[1] ^= 1;
        File.WriteAllBytes(file, content);
        var package = ModelPackage.Open(_package.Directory);

        var message = TemporaryPackage.Refusal(package.Verify);

        Assert.Contains($"'{file}' is damaged or was swapped", message, StringComparison.Ordinal);
        Assert.Contains(package.Card.Files[0].Sha256, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_TwoFilesSwapped_IsRefused()
    {
        File.Move(_package.PathOf("a.bin"), _package.PathOf("c.bin"));
        File.Move(_package.PathOf("b.bin"), _package.PathOf("a.bin"));
        File.Move(_package.PathOf("c.bin"), _package.PathOf("b.bin"));
        var package = ModelPackage.Open(_package.Directory);

        Assert.Contains("was swapped", TemporaryPackage.Refusal(package.Verify), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FileGoneSinceOpen_SaysThatItCannotBeRead()
    {
        var package = ModelPackage.Open(_package.Directory);
        File.Delete(_package.PathOf("a.bin"));

        Assert.Contains($"'{_package.PathOf("a.bin")}' cannot be read", TemporaryPackage.Refusal(package.Verify), StringComparison.Ordinal);
    }

    [Fact]
    public void PathOf_FileThatTheCardDoesNotList_IsRefused()
    {
        File.WriteAllBytes(_package.PathOf("unlisted.bin"), [1]);
        var package = ModelPackage.Open(_package.Directory);

        var message = TemporaryPackage.Refusal(() => package.PathOf("unlisted.bin"));

        Assert.Contains("names 'unlisted.bin' but does not list it", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadCard_ContractOfATask_ReadsItsFields()
    {
        _package.ChangeCard(card => card["window"] = 8);

        Assert.Equal(8, ModelPackage.Open(_package.Directory).ReadCard<Contract>().Window);
    }

    [Fact]
    public void ReadCard_ContractFieldMissing_NamesTheCardAndTheField()
    {
        var package = ModelPackage.Open(_package.Directory);

        var message = TemporaryPackage.Refusal(() => package.ReadCard<Contract>());

        Assert.Contains($"The card '{_package.Card}' is not what the task expects", message, StringComparison.Ordinal);
        Assert.Contains("window", message, StringComparison.Ordinal);
    }

    public void Dispose() => _package.Dispose();

    private sealed record Contract
    {
        public required int Window { get; init; }
    }
}
