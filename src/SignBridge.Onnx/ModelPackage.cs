using System.Security.Cryptography;
using System.Text.Json;

namespace SignBridge.Onnx;

/// <summary>A folder <c>models/NAME</c> with a <c>card.json</c> and the files that it lists.</summary>
public sealed class ModelPackage
{
    private const string CardFile = "card.json";
    private const string Remedy = "restore it from the repository (git checkout -- models)";

    private static readonly JsonSerializerOptions CardFormat = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private ModelPackage(string directory, ModelCard card)
    {
        Directory = directory;
        Card = card;
    }

    /// <summary>The folder.</summary>
    public string Directory { get; }

    /// <summary>What its card says.</summary>
    public ModelCard Card { get; }

    /// <summary>Opens a package: the card is read, its files must be there in the sizes it says.</summary>
    /// <exception cref="SignBridgeException">The card or a file is missing or differs (<see cref="FailureKind.Model"/>).</exception>
    public static ModelPackage Open(string directory)
    {
        var card = ReadCard(directory);
        var inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)) + Path.DirectorySeparatorChar;
        foreach (var file in card.Files)
        {
            if (file is null)
                throw Failure($"The card '{Path.Combine(directory, CardFile)}' lists a file as null; {Remedy}.");
            var path = Path.GetFullPath(Path.Combine(directory, file.Path));
            if (!path.StartsWith(inside, StringComparison.Ordinal))
                throw Failure($"The card '{Path.Combine(directory, CardFile)}' lists '{file.Path}', which is outside of its folder; list only files of the package.");
            if (!File.Exists(path))
                throw Failure($"The model file '{path}' is missing; {Remedy}.");
            if (LengthOf(path) is var length && length != file.Bytes)
                throw Failure($"The model file '{path}' is damaged: it has {length} bytes, expected {file.Bytes}; {Remedy}.");
        }

        return new ModelPackage(directory, card);
    }

    /// <summary>The full path of a file of the package.</summary>
    /// <exception cref="SignBridgeException">The card does not list the file (<see cref="FailureKind.Model"/>).</exception>
    public string PathOf(string file)
    {
        if (!Card.Files.Any(f => f.Path == file))
            throw Failure($"The card '{Path.Combine(Directory, CardFile)}' names '{file}' but does not list it under files; add it there with its sha256.");
        return Path.Combine(Directory, file);
    }

    /// <summary>Reads the card as the contract of a task.</summary>
    /// <exception cref="SignBridgeException">The card lacks what the task needs (<see cref="FailureKind.Model"/>).</exception>
    public T ReadCard<T>() => Deserialize<T>(Directory);

    /// <summary>Compares every file with the card's sha256.</summary>
    /// <exception cref="SignBridgeException">A file differs (<see cref="FailureKind.Model"/>).</exception>
    public void Verify()
    {
        // Sequential: a start verifies all packages side by side already, and hashing is bound by memory.
        foreach (var file in Card.Files)
        {
            var path = Path.Combine(Directory, file.Path);
            var actual = Hash(path);
            if (actual != file.Sha256)
                throw Failure($"The model file '{path}' is damaged or was swapped: its sha256 is {actual}, the card says {file.Sha256}; {Remedy}.");
        }
    }

    /// <summary>The card alone, for a look at packages that need not be whole.</summary>
    internal static ModelCard ReadCard(string directory) => Deserialize<ModelCard>(directory);

    private static string Hash(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Model, $"The model file '{path}' cannot be read ({e.Message}); {Remedy}.", e);
        }
    }

    // The length of a link, as of model caches, is that of its text.
    private static long LengthOf(string path) => ((FileInfo?)File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).Length;

    private static T Deserialize<T>(string directory)
    {
        var path = Path.Combine(directory, CardFile);
        if (!File.Exists(path))
            throw Failure($"The model package '{directory}' has no {CardFile}; {Remedy}.");
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), CardFormat)
                ?? throw Failure($"The card '{path}' is empty; {Remedy}.");
        }
        catch (JsonException e)
        {
            throw new SignBridgeException(FailureKind.Model, $"The card '{path}' is not what the task expects ({e.Message}); {Remedy} or write it as models/README.md says.", e);
        }
    }

    private static SignBridgeException Failure(string message) => new(FailureKind.Model, message);
}
