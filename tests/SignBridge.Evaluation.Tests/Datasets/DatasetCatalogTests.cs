using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class DatasetCatalogTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_OfReaders_AreDistinct() =>
        Assert.Equal(DatasetCatalog.Readers.Count, DatasetCatalog.Readers.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Named_EveryReader_IsFoundByItsName() =>
        Assert.All(DatasetCatalog.Readers, r => Assert.Same(r, DatasetCatalog.Named(r.Name)));

    [Fact]
    public void Named_UnknownLayout_ListsThoseThereAre() =>
        Assert.StartsWith("There is no data set layout 'nonsense': expected one of manifest", Assert.Throws<FormatException>(() => DatasetCatalog.Named("nonsense")).Message, StringComparison.Ordinal);

    [Fact]
    public void Recognise_CsvFile_IsAManifest() =>
        Assert.Equal("manifest", DatasetCatalog.Recognise(_folder.Write("m.csv", "file")).Name);

    [Fact]
    public void Recognise_EmptyFolder_ListsTheLayouts()
    {
        var failure = Assert.Throws<SignBridgeException>(() => DatasetCatalog.Recognise(_folder.Path));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.StartsWith($"'{_folder.Path}' has no layout that is recognised: expected one of manifest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_PathThatIsNotThere_SaysSo() =>
        Assert.StartsWith($"'{_folder["gone"]}' does not exist", Assert.Throws<SignBridgeException>(() => DatasetCatalog.Recognise(_folder["gone"])).Message, StringComparison.Ordinal);
}
