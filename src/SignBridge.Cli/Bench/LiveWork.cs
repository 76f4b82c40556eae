using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Clips that play in real time, followed as <c>signbridge live</c> does it; poses as a client sends them that estimates its own.</summary>
internal sealed class LiveWork(Translator translator, double imagesPerSecond) : IMeasuredWork
{
    // Longer than the pause that ends an utterance.
    private static readonly TimeSpan Rest = new LiveOptions().Streaming.Lowered + TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentQueue<double> _finals = new();
    private readonly ConcurrentQueue<double> _tentatives = new();

    /// <summary>Of the captions since <see cref="Restart"/>; null where there were none.</summary>
    public CaptionSpeed? Captions => _finals.IsEmpty ? null : new CaptionSpeed(Percentiles.Of(_finals), Percentiles.Of(_tentatives));

    public void Restart(PipelineMeters meters)
    {
        translator.Meters = meters;
        _finals.Clear();
        _tentatives.Clear();
    }

    public async Task<MeasuredClip> RunAsync(string input, Action poseDone, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var (frames, last) = (0, TimeSpan.Zero);
        await foreach (var happened in FollowAsync(input, cancellationToken))
        {
            last = happened.Time;
            switch (happened)
            {
                case PoseSeen:
                    poseDone();
                    frames++;
                    break;
                case TextWritten text:
                    (text.IsFinal ? _finals : _tentatives).Enqueue((Stopwatch.GetElapsedTime(start) - text.Time).TotalMilliseconds);
                    break;
            }
        }

        return new MeasuredClip(frames, last);
    }

    public void Dispose() => translator.Dispose();

    private async IAsyncEnumerable<LiveEvent> FollowAsync(string input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var live = translator.Live(new LiveOptions());
        if (ClipFile.IsPoseFile(input))
        {
            var clip = PoseFileReader.Read(input);
            await foreach (var happened in live.FollowAsync(PlayAsync(clip, cancellationToken), clip.Layout, clip.Width, clip.Height, clip.Extractor, cancellationToken))
                yield return happened;
        }
        else
        {
            using var source = new RealTimeSource(new RestingRecording(RecordedFrames.Open(input, imagesPerSecond), Rest), TimeProvider.System);
            await foreach (var happened in live.FollowAsync(source, cancellationToken))
                yield return happened;
        }
    }

    private static async IAsyncEnumerable<PoseFrame> PlayAsync(PoseSequence clip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var rest = Enumerable.Range(1, (int)(Rest.TotalSeconds * clip.FramesPerSecond))
            .Select(k => PoseFrame.Empty(clip.Duration + TimeSpan.FromSeconds((k - 1) / clip.FramesPerSecond), clip.Layout));
        foreach (var pose in clip.Frames.Concat(rest))
        {
            var early = pose.Time - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, cancellationToken);
            yield return pose;
        }
    }
}
