namespace SignBridge.Recognition;

/// <summary>The folder of a user's taught signs, one file each. Programs may write to it at the same time.</summary>
/// <param name="path">The folder; it need not exist until a sign is saved.</param>
public sealed class EnrolledSignFolder(string path)
{
    /// <summary>The environment variable that names the folder, where it is not <c>signbridge/signs</c> under the user's data.</summary>
    public const string EnvironmentVariable = "SIGNBRIDGE_SIGNS";

    private const string Extension = ".json";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The user's folder: <see cref="EnvironmentVariable"/>, else <c>signbridge/signs</c> in <c>$XDG_DATA_HOME</c>, which is <c>~/.local/share</c> where it is not set.</summary>
    public static EnrolledSignFolder Find() => new(
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "signbridge", "signs"));

    /// <summary>Where the sign of a name is or would be.</summary>
    /// <exception cref="SignBridgeException">No sign can have that name (<see cref="FailureKind.Input"/>).</exception>
    public string FileOf(string name)
    {
        SignName.Require(name);
        return System.IO.Path.Combine(Path, name + Extension);
    }

    /// <summary>The files in the order of their names.</summary>
    /// <exception cref="SignBridgeException">The folder cannot be read (<see cref="FailureKind.Model"/>).</exception>
    public IReadOnlyList<string> Files()
    {
        try
        {
            return Directory.Exists(Path) ? [.. Directory.EnumerateFiles(Path, "*" + Extension).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Model, $"The folder of taught signs '{Path}' cannot be read ({e.Message.TrimEnd('.')}); name another with --signs.", e);
        }
    }

    /// <summary>All signs as a recogniser takes them.</summary>
    /// <exception cref="SignBridgeException">A file is damaged or belongs to another recogniser (<see cref="FailureKind.Model"/>).</exception>
    public EnrolledSigns Read(SignRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        var signs = ReadAll(recognizer);
        return signs.Count == 0 ? EnrolledSigns.None : EnrolledSigns.Of(signs, recognizer.Card.Output);
    }

    /// <summary>All signs, for a recogniser, in the order of their names.</summary>
    /// <exception cref="SignBridgeException">A file is damaged or belongs to another recogniser (<see cref="FailureKind.Model"/>).</exception>
    public IReadOnlyList<EnrolledSign> ReadAll(SignRecognizer recognizer)
    {
        var signs = new List<EnrolledSign>();
        foreach (var file in Files())
        {
            try
            {
                signs.Add(EnrolledSignFile.Read(file, recognizer));
            }
            catch (SignBridgeException e) when (e.InnerException is FileNotFoundException)
            {
                // Another program has just removed it.
            }
        }

        return signs;
    }

    /// <summary>Keeps a sign. The file appears as a whole or not at all.</summary>
    /// <exception cref="SignBridgeException">The sign is there already, or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public string Save(EnrolledSign sign, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(sign);
        var file = FileOf(sign.Name);
        var unfinished = $"{file}.{Guid.NewGuid():n}.tmp";
        try
        {
            Directory.CreateDirectory(Path);
            File.WriteAllBytes(unfinished, EnrolledSignFile.Write(sign));
            File.Move(unfinished, file, overwrite);
            return file;
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            throw Exists(sign.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(file, e);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    /// <summary>Forgets a sign.</summary>
    /// <exception cref="SignBridgeException">It was not taught (<see cref="FailureKind.Input"/>) or cannot be removed (<see cref="FailureKind.Output"/>).</exception>
    public void Remove(string name)
    {
        var file = Require(name);
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(file, e);
        }
    }

    /// <summary>The file of a taught sign.</summary>
    /// <exception cref="SignBridgeException">It was not taught (<see cref="FailureKind.Input"/>).</exception>
    public string Require(string name) => Find(name)
        ?? throw new SignBridgeException(FailureKind.Input, $"There is no taught sign '{name}' in '{Path}'; see signbridge signs list.");

    /// <summary>The file of a sign; null where it was not taught.</summary>
    /// <exception cref="SignBridgeException">No sign can have that name (<see cref="FailureKind.Input"/>).</exception>
    public string? Find(string name) => FileOf(name) is var file && File.Exists(file) ? file : null;

    /// <exception cref="SignBridgeException">The sign is there already (<see cref="FailureKind.Output"/>).</exception>
    public void RequireNew(string name)
    {
        if (Find(name) is not null)
            throw Exists(name);
    }

    private SignBridgeException Exists(string name) =>
        new(FailureKind.Output, $"The sign '{name}' was taught already ('{FileOf(name)}'); choose another name or say --force to replace it.");

    private static SignBridgeException Unwritable(string file, Exception cause) => new(
        FailureKind.Output, $"The taught sign '{file}' cannot be written ({cause.Message.TrimEnd('.')}); name a folder that is writable and has room with --signs.", cause);

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that left the file behind is already on its way to the user.
        }
    }
}
