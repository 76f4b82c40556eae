using SignBridge.Evaluation.Datasets;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Evaluation.Clips;

/// <summary>Reads the poses of samples: from files, from the store, or by estimating them.</summary>
/// <param name="translator">Estimates; it stays the caller's.</param>
/// <param name="store">Keeps what was estimated.</param>
/// <param name="extraction">Names how poses are made, for the store: the pose models and their version.</param>
public sealed class ClipLoader(Translator translator, PoseStore store, string extraction)
{
    /// <summary>Reads a sample.</summary>
    /// <exception cref="SignBridgeException">It cannot be read (<see cref="FailureKind.Input"/>), or the poses not kept
    /// (<see cref="FailureKind.Output"/>).</exception>
    public async Task<SampleClip> ReadAsync(Sample sample, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (Path.GetExtension(sample.Media.Path) == ".pose")
        {
            var notices = new List<Notice>();
            var poses = PoseFileReader.Read(sample.Media.Path, notices);
            return new SampleClip(new Clip(sample.Id, poses.Resample(translator.FramesPerSecond), poses.FramesPerSecond, poses.Duration, notices), null);
        }

        var key = ClipKey.Of(sample.Media, extraction);
        return store.Find(key, sample.Id) ?? store.Keep(key, await EstimateAsync(sample, cancellationToken));
    }

    private async Task<SampleClip> EstimateAsync(Sample sample, CancellationToken cancellationToken)
    {
        using var source = Open(sample.Media);
        using var meter = new BrightnessMeter(source);
        var clip = await translator.EstimateAsync(sample.Id, meter, cancellationToken: cancellationToken);
        return new SampleClip(clip, meter.Mean);
    }

    private static IFrameSource Open(SampleMedia media)
    {
        var source = FrameSources.Open(media.Path, media.ImagesPerSecond ?? ImageFolderSource.DefaultRate);
        return media is { Start: null, End: null } ? source : new FrameSpan(source, media.Start ?? TimeSpan.Zero, media.End);
    }
}
