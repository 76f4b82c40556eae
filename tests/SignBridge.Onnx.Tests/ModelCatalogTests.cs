using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly TemporaryPackage _first = new(task: "pose", name: "alpha");
    private readonly TemporaryPackage _second;

    public ModelCatalogTests() => _second = new TemporaryPackage("recognition", _first.Root, "beta");

    [Fact]
    public void Find_ProgramInsideTheRepository_FindsItsModels() => Assert.Equal(Repository.Models, ModelCatalog.Find().Root);

    [Fact]
    public void Constructor_NoSuchFolder_NamesItAndTheVariable()
    {
        var missing = Path.Combine(_first.Root, "missing");

        var message = TemporaryPackage.Refusal(() => _ = new ModelCatalog(missing));

        Assert.Contains($"'{missing}' does not exist", message, StringComparison.Ordinal);
        Assert.Contains(ModelCatalog.EnvironmentVariable, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_OthersBeside_ListsPackagesByName()
    {
        Directory.CreateDirectory(Path.Combine(_first.Root, "aaa-no-card"));

        Assert.Equal([_first.Directory, _second.Directory], new ModelCatalog(_first.Root).Folders);
    }

    [Fact]
    public void Open_KnownName_OpensIt() => Assert.Equal("beta", new ModelCatalog(_first.Root).Open("beta").Card.Name);

    [Theory]
    [InlineData("gamma")]
    [InlineData("../alpha")]
    [InlineData("..")]
    [InlineData("")]
    public void Open_UnknownName_ListsTheKnown(string name)
    {
        var message = TemporaryPackage.Refusal(() => new ModelCatalog(_first.Root).Open(name));

        Assert.Contains($"There is no model '{name}'", message, StringComparison.Ordinal);
        Assert.Contains("alpha, beta", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenForTask_TwoOfTheTask_TakesTheFirstByName()
    {
        using var third = new TemporaryPackage("recognition", Path.Combine(_first.Root, "more"), "x");
        _second.ChangeCard(card => card["task"] = "pose");

        Assert.Equal("alpha", new ModelCatalog(_first.Root).OpenForTask("pose").Card.Name);
    }

    [Fact]
    public void OpenForTask_OneOfTheTaskPreferred_TakesIt()
    {
        _second.ChangeCard(card => card["task"] = "pose");
        var catalog = new ModelCatalog(_first.Root);

        Assert.Equal("beta", catalog.OpenForTask("pose", catalog.Open("beta")).Card.Name);
    }

    [Fact]
    public void OpenForTask_OthersPreferred_TakesTheFirstByName()
    {
        var catalog = new ModelCatalog(_first.Root);

        Assert.Equal("alpha", catalog.OpenForTask("pose", catalog.Open("beta")).Card.Name);
    }

    [Fact]
    public void OpenForTask_PackageOfAnotherTaskDamaged_OpensItAllTheSame()
    {
        File.Delete(_first.PathOf("a.bin"));

        Assert.Equal("beta", new ModelCatalog(_first.Root).OpenForTask("recognition").Card.Name);
    }

    [Fact]
    public void OpenForTask_ItsPackageDamaged_IsRefused()
    {
        File.Delete(_second.PathOf("a.bin"));

        var message = TemporaryPackage.Refusal(() => new ModelCatalog(_first.Root).OpenForTask("recognition"));

        Assert.Contains($"'{_second.PathOf("a.bin")}' is missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenForTask_UnknownTask_NamesTaskFolderAndRemedy()
    {
        var message = TemporaryPackage.Refusal(() => new ModelCatalog(_first.Root).OpenForTask("translation"));

        Assert.Contains($"no model for the task 'translation' in '{_first.Root}'", message, StringComparison.Ordinal);
    }

    public void Dispose() => _first.Dispose();
}
