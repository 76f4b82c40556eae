using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Evaluation.Runs;

/// <summary>The folder of a run: <c>run.json</c> says what decides its digits, <c>results.jsonl</c> grows by a line for each sample, and
/// <c>outcome.json</c> appears when all are read.</summary>
public sealed class RunFolder
{
    private const string SettingsFile = "run.json";
    private const string OutcomeFile = "outcome.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly RunFile _run;

    private RunFolder(string path, RunFile run)
    {
        Path = path;
        _run = run;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What decides the digits.</summary>
    public RunSettings Settings => _run.Settings;

    /// <summary>How the run was begun.</summary>
    public RunOrigin Origin => _run.Origin;

    /// <summary>The results so far.</summary>
    public string Results => System.IO.Path.Combine(Path, "results.jsonl");

    /// <summary>Begins a run, or goes on with one of the same settings.</summary>
    /// <exception cref="SignBridgeException">The folder holds another run, or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static RunFolder Begin(string path, RunSettings settings, RunOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(origin);
        var file = System.IO.Path.Combine(path, SettingsFile);
        if (File.Exists(file))
        {
            var begun = Read<RunFile>(file);
            return begun.Settings.Difference(settings) is { } difference
                ? throw new SignBridgeException(FailureKind.Output, $"'{path}' holds a run with another {difference}; name another folder with --out, or delete that one.")
                : new RunFolder(path, begun);
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new SignBridgeException(FailureKind.Output, $"The folder '{path}' holds files but no run; name a new folder with --out.");
        var run = new RunFile(settings, origin);
        try
        {
            Directory.CreateDirectory(path);
            Write(file, run);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }

        return new RunFolder(path, run);
    }

    /// <summary>Opens a run that was begun.</summary>
    /// <exception cref="SignBridgeException">There is none (<see cref="FailureKind.Input"/>).</exception>
    public static RunFolder Open(string path)
    {
        var file = System.IO.Path.Combine(path, SettingsFile);
        return File.Exists(file)
            ? new RunFolder(path, Read<RunFile>(file))
            : throw new SignBridgeException(FailureKind.Input, $"'{path}' holds no run (there is no {SettingsFile} in it); name the folder that signbridge eval wrote with --out.");
    }

    /// <summary>What is known when all samples are read; null before.</summary>
    public RunOutcome? Outcome()
    {
        var file = System.IO.Path.Combine(Path, OutcomeFile);
        return File.Exists(file) ? Read<RunOutcome>(file) : null;
    }

    /// <summary>Says that all samples are read.</summary>
    /// <exception cref="SignBridgeException">It cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public void Finish(RunOutcome outcome)
    {
        try
        {
            Write(System.IO.Path.Combine(Path, OutcomeFile), outcome);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Path, e);
        }
    }

    // Whole or not at all: the run may be killed at any point.
    private static void Write<T>(string file, T value)
    {
        var unfinished = file + ".tmp";
        File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(value, Format));
        File.Move(unfinished, file, overwrite: true);
    }

    private static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Format) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{file}' cannot be read as part of a run ({e.Message.TrimEnd('.')}); restore it, or delete the folder and run again.", e);
        }
    }

    private static SignBridgeException Unwritable(string path, Exception cause) =>
        new(FailureKind.Output, $"The run cannot be kept in '{path}' ({cause.Message.TrimEnd('.')}); name a writable folder with room with --out.", cause);

    private sealed record RunFile(RunSettings Settings, RunOrigin Origin);
}
