using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Evaluation.Runs;

/// <summary>The results of a run, one JSON object a line, each written whole as soon as it is there: a run that was killed loses at most
/// the line that was being written, which the next opening cuts off.</summary>
public sealed class ResultJournal : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new RepeatedStrings() },
    };

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    private ResultJournal(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Opens a journal for more results. Nobody else may write to it meanwhile.</summary>
    /// <exception cref="SignBridgeException">It cannot be opened, or another run writes to it (<see cref="FailureKind.Output"/>).</exception>
    public static ResultJournal Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            file.SetLength(EndOfLastLine(file));
            file.Seek(0, SeekOrigin.End);
            return new ResultJournal(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new SignBridgeException(FailureKind.Output, $"The results '{path}' cannot be opened for writing ({e.Message.TrimEnd('.')}); end the other run that writes there, or name another folder.", e);
        }
    }

    /// <summary>Reads the whole lines of a journal, in the order in which they were written; none where there is no journal yet.</summary>
    /// <exception cref="SignBridgeException">A run is writing to it, it cannot be read, or a line is no result (<see cref="FailureKind.Input"/>).</exception>
    public static IEnumerable<SampleResult> Read(string path)
    {
        if (!File.Exists(path))
            yield break;
        using var file = OpenToRead(path);
        foreach (var result in Results(path, file))
            yield return result;
    }

    /// <summary>What is kept of each result that is there already; to be read before others are added.</summary>
    /// <exception cref="SignBridgeException">A line is no result (<see cref="FailureKind.Input"/>).</exception>
    public IReadOnlyList<T> Written<T>(Func<SampleResult, T> kept) => [.. Results(_path, _file).Select(kept)];

    /// <summary>Adds a result; from any thread.</summary>
    /// <exception cref="SignBridgeException">It cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public void Add(SampleResult result)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(result, Format), LineEnd];
        try
        {
            lock (_lock)
                _file.Write(line);
        }
        catch (IOException e)
        {
            throw new SignBridgeException(FailureKind.Output, $"The results '{_path}' cannot be written ({e.Message.TrimEnd('.')}); make room and run the same command again, which goes on from here.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream OpenToRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"The results '{path}' cannot be read ({e.Message.TrimEnd('.')}); wait for the run that writes there to end, or name a folder that you may read.", e);
        }
    }

    // A last line without an end was being written when the run was killed.
    private static IEnumerable<SampleResult> Results(string path, FileStream file)
    {
        var isTorn = EndOfLastLine(file) < file.Length;
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        var line = reader.ReadLine();
        for (var number = 1; line is not null; number++)
        {
            var next = reader.ReadLine();
            if (next is null && isTorn)
                break;
            yield return Parse(path, number, line);
            line = next;
        }
    }

    private static SampleResult Parse(string path, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SampleResult>(line, Format) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new SignBridgeException(FailureKind.Input, FormattableString.Invariant($"Line {number} of '{path}' is no result of a run ({e.Message.TrimEnd('.')}); restore the file or delete the folder and run again."), e);
        }
    }

    private static long EndOfLastLine(FileStream file)
    {
        var buffer = new byte[4096];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            var piece = buffer.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(piece);
            var last = piece.LastIndexOf(LineEnd);
            if (last >= 0)
                return start + last + 1;
            end = start;
        }

        return 0;
    }
}
