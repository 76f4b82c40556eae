using System.Text.Json;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>What <c>live --record</c> keeps: <c>captions.jsonl</c> as events happen, <c>captions.vtt</c> and <c>signing.pose</c> at the end. Never video.</summary>
internal sealed class LiveRecording : IDisposable
{
    private readonly string _folder;
    private readonly double _rate;
    private readonly FileStream _events;
    private readonly LiveEventJson _json = new();
    private readonly List<Caption> _captions = [];
    private readonly PoseTicks _ticks;
    private readonly List<PoseFrame> _poses = [];

    /// <summary>Begins a recording.</summary>
    /// <param name="folder">Made where it does not exist; must be empty.</param>
    /// <param name="rate">Poses a second that are kept.</param>
    /// <exception cref="SignBridgeException">The folder is not empty or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public LiveRecording(string folder, double rate)
    {
        _folder = folder;
        _rate = rate;
        _ticks = new PoseTicks(rate);
        _events = Writing(folder, () =>
        {
            Directory.CreateDirectory(folder);
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                throw new SignBridgeException(FailureKind.Output, $"The folder '{folder}' is not empty; name a new one for this recording.");
            return new FileStream(Path.Combine(folder, "captions.jsonl"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        });
    }

    /// <exception cref="SignBridgeException">It cannot be written, as on a full disk (<see cref="FailureKind.Output"/>).</exception>
    public void Add(LiveEvent happened)
    {
        switch (happened)
        {
            case PoseSeen seen:
                _poses.AddRange(_ticks.Next(seen.Pose));
                return;
            case TextWritten { IsFinal: true } final:
                _captions.Add(final.Caption);
                break;
        }

        Write(happened);
    }

    /// <summary>Writes what stands at the end only.</summary>
    /// <exception cref="SignBridgeException">It cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public void Complete(VideoInfo info, string? extractor)
    {
        _poses.AddRange(_ticks.Finish());
        var captions = Path.Combine(_folder, "captions.vtt");
        Writing(captions, () => File.WriteAllText(captions, Subtitles.ToVtt(_captions)));
        if (_poses.Count > 0)
            PoseFileWriter.Write(Path.Combine(_folder, "signing.pose"), new PoseSequence(_poses[0].Layout, info.Width, info.Height, _rate, _poses, extractor));
    }

    public void Dispose() => _events.Dispose();

    private void Write(LiveEvent happened)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, ResultJson.Layout(indented: false)))
        {
            if (!_json.TryWrite(json, happened))
                return;
        }

        line.WriteByte((byte)'\n');
        Writing(_events.Name, () => _events.Write(line.GetBuffer().AsSpan(0, (int)line.Length)));
    }

    private static void Writing(string file, Action write) => Writing(file, () =>
    {
        write();
        return true;
    });

    private static T Writing<T>(string file, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Unwritable(file, e);
        }
    }
}
