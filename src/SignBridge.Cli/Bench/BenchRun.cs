using System.Collections.Concurrent;
using System.Diagnostics;

namespace SignBridge.Cli;

/// <summary>Runs the rounds of a plan.</summary>
internal sealed class BenchRun(IMeasuredWork work, BenchPlan plan)
{
    private readonly ConcurrentQueue<double> _clipMilliseconds = new();

    /// <summary>Percentiles of a whole clip over the measured rounds.</summary>
    public Percentiles ClipMilliseconds => Percentiles.Of(_clipMilliseconds);

    /// <summary>The stages over the measured rounds.</summary>
    public IReadOnlyList<BenchStage> Stages { get; private set; } = [];

    /// <summary>The language model over the measured rounds; null where none wrote.</summary>
    public LanguageModelSpeed? LanguageModel { get; private set; }

    /// <summary>The rounds that nobody measures: they fill caches and pools and let the code be compiled.</summary>
    /// <returns>How long they took, in seconds.</returns>
    public async Task<double> WarmUpAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < plan.Warmup; i++)
            await RoundAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public async Task<IReadOnlyList<BenchRound>> MeasureAsync(CancellationToken cancellationToken)
    {
        var meters = new PipelineMeters(TimeProvider.System);
        work.Restart(meters);
        _clipMilliseconds.Clear();
        using var languageModel = new LanguageModelListener();
        var rounds = new List<BenchRound>();
        for (var i = 0; i < plan.Rounds; i++)
            rounds.Add(await RoundAsync(cancellationToken));
        LanguageModel = languageModel.Speed;
        Stages = [.. meters.Snapshot().Select(BenchStage.Of)];
        return rounds;
    }

    private async Task<BenchRound> RoundAsync(CancellationToken cancellationToken)
    {
        GC.Collect(); // what the round before left is not this one's to collect
        var starts = new StartAllocations();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var streams = await Task.WhenAll(Enumerable.Range(0, plan.Streams).Select(_ => Task.Run(() => StreamAsync(starts, cancellationToken), cancellationToken)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new BenchRound(seconds, streams.Sum(s => (long)s.Frames), streams.Sum(s => s.MediaTime.TotalSeconds), allocated, starts.Bytes);
    }

    private async Task<MeasuredClip> StreamAsync(StartAllocations starts, CancellationToken cancellationToken)
    {
        var (frames, media) = (0, TimeSpan.Zero);
        foreach (var input in plan.Inputs)
        {
            var start = Stopwatch.GetTimestamp();
            var isStarting = true;
            starts.Begin();
            var clip = await work.RunAsync(input, PoseDone, cancellationToken);
            _clipMilliseconds.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            frames += clip.Frames;
            media += clip.MediaTime;

            void PoseDone()
            {
                if (isStarting)
                    starts.End();
                isStarting = false;
            }
        }

        return new MeasuredClip(frames, media);
    }
}
