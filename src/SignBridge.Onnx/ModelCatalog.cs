namespace SignBridge.Onnx;

/// <summary>The folder of model packages.</summary>
public sealed class ModelCatalog
{
    /// <summary>The environment variable that names the folder, where it is not the <c>models/</c> above the program.</summary>
    public const string EnvironmentVariable = "SIGNBRIDGE_MODELS";

    /// <summary>Uses a folder.</summary>
    /// <exception cref="SignBridgeException">The folder does not exist (<see cref="FailureKind.Model"/>).</exception>
    public ModelCatalog(string root)
    {
        if (!Directory.Exists(root))
            throw new SignBridgeException(FailureKind.Model, $"The models folder '{root}' does not exist; point --models or {EnvironmentVariable} at the folder of model packages.");
        Root = root;
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Finds the folder: <see cref="EnvironmentVariable"/>, else the nearest <c>models/</c> with a package in it, above the program or the current folder.</summary>
    /// <exception cref="SignBridgeException">There is none (<see cref="FailureKind.Model"/>).</exception>
    public static ModelCatalog Find()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named)
            return new ModelCatalog(named);
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "models");
                if (Directory.Exists(candidate) && Packages(candidate).Any())
                    return new ModelCatalog(candidate);
            }
        }

        throw new SignBridgeException(FailureKind.Model, $"No models folder was found above '{AppContext.BaseDirectory}'; point --models or {EnvironmentVariable} at the folder of model packages.");
    }

    /// <summary>The folders that hold a card, in order of their names.</summary>
    public IReadOnlyList<string> Folders => [.. Packages(Root)];

    /// <summary>Opens the package of a name.</summary>
    /// <exception cref="SignBridgeException">There is none, or it is damaged (<see cref="FailureKind.Model"/>).</exception>
    public ModelPackage Open(string name)
    {
        var folder = Directory.EnumerateDirectories(Root).FirstOrDefault(folder => Path.GetFileName(folder) == name)
            ?? throw new SignBridgeException(FailureKind.Model, $"There is no model '{name}' in '{Root}' (there are: {string.Join(", ", Folders.Select(Path.GetFileName))}); name one of these or add its folder.");
        return ModelPackage.Open(folder);
    }

    /// <summary>Opens the package for a task: the first of that task among <paramref name="preferred"/>, else the first by name.</summary>
    /// <exception cref="SignBridgeException">There is none, or it is damaged (<see cref="FailureKind.Model"/>).</exception>
    public ModelPackage OpenForTask(string task, params IEnumerable<ModelPackage> preferred)
    {
        if (preferred.FirstOrDefault(package => package.Card.Task == task) is { } named)
            return named;
        // By the cards alone: damage in a package of another task is no reason to refuse this one.
        if (Folders.FirstOrDefault(folder => ModelPackage.ReadCard(folder).Task == task) is { } found)
            return ModelPackage.Open(found);
        throw new SignBridgeException(FailureKind.Model, $"There is no model for the task '{task}' in '{Root}'; add its folder, or restore models/ from the repository (git checkout -- models).");
    }

    private static IEnumerable<string> Packages(string root) =>
        Directory.EnumerateDirectories(root).Where(d => File.Exists(Path.Combine(d, "card.json"))).Order(StringComparer.Ordinal);
}
