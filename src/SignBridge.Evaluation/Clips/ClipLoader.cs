using System.Collections.Concurrent;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Perturbations;
using SignBridge.Video;

namespace SignBridge.Evaluation.Clips;

/// <summary>Reads the poses of samples: from files, from the store, or by estimating them. Thread-safe.</summary>
/// <param name="translator">Estimates; it stays the caller's.</param>
/// <param name="store">Keeps what was estimated.</param>
/// <param name="extraction">Names how poses are made, for the store: the pose models and their version.</param>
public sealed class ClipLoader(Translator translator, PoseStore store, string extraction)
{
    private readonly SamplePoses _poses = new();
    private readonly ConcurrentDictionary<string, string> _recordings = new();

    /// <summary>Reads a sample as it is.</summary>
    /// <exception cref="SignBridgeException">It cannot be read (<see cref="FailureKind.Input"/>), or the poses not kept
    /// (<see cref="FailureKind.Output"/>).</exception>
    public async Task<SampleClip> ReadAsync(Sample sample, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return SamplePoses.AreIn(sample.Media)
            ? ReadPoses(sample)
            : await EstimateAsync(sample, extraction, source => source, cancellationToken);
    }

    /// <summary>Reads a sample under a perturbation.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="perturbation">What is done to its frames or to its poses.</param>
    /// <param name="seed">That of the run.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">As above, or the perturbation changes pictures and the sample has none.</exception>
    public async Task<SampleClip> ReadAsync(Sample sample, Perturbation perturbation, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(perturbation);
        if (perturbation.NeedsFrames && !SamplePoses.AreIn(sample.Media))
            return await EstimateAsync(sample, $"{extraction} {perturbation} {seed} {sample.Id}", source => perturbation.Apply(source, sample.Id, seed), cancellationToken);
        var clip = await ReadAsync(sample, cancellationToken);
        return clip with { Clip = Resampled(sample, perturbation.Apply(clip.Clip.Poses, sample.Id, seed), clip.Clip.SourceNotices) };
    }

    private SampleClip ReadPoses(Sample sample)
    {
        var notices = new List<Notice>();
        return new SampleClip(Resampled(sample, _poses.Read(sample.Media, notices), notices), Brightness: null);
    }

    private Clip Resampled(Sample sample, PoseSequence poses, IReadOnlyList<Notice> notices) =>
        new(sample.Id, poses.Resample(translator.FramesPerSecond), poses.FramesPerSecond, poses.Duration, notices);

    private async Task<SampleClip> EstimateAsync(Sample sample, string made, Func<IFrameSource, IFrameSource> change, CancellationToken cancellationToken)
    {
        // Of a recording that holds hundreds of sentences the content is read once.
        var content = sample.Media is { Start: null, End: null } ? ClipKey.ContentOf(sample.Media.Path) : _recordings.GetOrAdd(sample.Media.Path, ClipKey.ContentOf);
        var key = ClipKey.Of(sample.Media, made, content);
        if (store.Find(key, sample.Id) is { } kept)
            return kept;
        using var source = change(Open(sample.Media));
        using var meter = new BrightnessMeter(source);
        var clip = await translator.EstimateAsync(sample.Id, meter, cancellationToken: cancellationToken);
        return store.Keep(key, new SampleClip(clip, meter.Mean));
    }

    private static IFrameSource Open(SampleMedia media)
    {
        var source = FrameSources.Open(media.Path, media.ImagesPerSecond ?? ImageFolderSource.DefaultRate);
        return media is { Start: null, End: null } ? source : new FrameSpan(source, media.Start ?? TimeSpan.Zero, media.End);
    }
}
