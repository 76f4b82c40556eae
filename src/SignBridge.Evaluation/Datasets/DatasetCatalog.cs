namespace SignBridge.Evaluation.Datasets;

/// <summary>The layouts of data sets that can be read.</summary>
public static class DatasetCatalog
{
    /// <summary>A reader for each layout.</summary>
    public static IReadOnlyList<IDatasetReader> Readers { get; } =
    [
        new ManifestReader(),
        new Phoenix2014Reader(),
        new Phoenix2014TReader(),
        new CslDailyReader(),
        new How2SignReader(),
        new OpenAslReader(),
        new WlaslReader(),
        new MsAslReader(),
        new KaggleIslrReader(),
        new KaggleFingerspellingReader(),
        new AutslReader(),
        new Lsa64Reader(),
        new SignFoldersReader(),
        new NamedClipsReader(),
        new PoseFolderReader(),
        new ElanReader(),
    ];

    /// <summary>The reader of a layout.</summary>
    /// <param name="name">Its name, as <c>--dataset</c> takes it; for ELAN the tiers may follow: <c>elan:GLOSSES,SENTENCES</c>.</param>
    /// <exception cref="FormatException">There is no such layout.</exception>
    public static IDatasetReader Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith("elan:", StringComparison.Ordinal))
            return new ElanReader(name["elan:".Length..]);
        return Readers.FirstOrDefault(r => r.Name == name)
            ?? throw new FormatException($"There is no data set layout '{name}': expected one of {Names(Readers)}.");
    }

    /// <summary>The reader whose layout a file or folder has.</summary>
    /// <exception cref="SignBridgeException">It does not exist, or has the layout of none or of several (<see cref="FailureKind.Input"/>).</exception>
    public static IDatasetReader Recognise(string path)
    {
        if (!Path.Exists(path))
            throw new SignBridgeException(FailureKind.Input, $"'{path}' does not exist: expected a manifest or the folder of a data set; check the path.");
        var fitting = Readers.Where(r => r.Recognises(path)).ToList();
        return fitting switch
        {
            [var reader] => reader,
            [] => throw new SignBridgeException(FailureKind.Input, $"'{path}' has no layout that is recognised: expected one of {Names(Readers)}; name the folder that docs/datasets.md says, or the layout with --dataset."),
            _ => throw new SignBridgeException(FailureKind.Input, $"'{path}' may have one of the layouts {Names(fitting)}; name the right one with --dataset."),
        };
    }

    private static string Names(IEnumerable<IDatasetReader> readers) => string.Join(", ", readers.Select(r => r.Name));
}
