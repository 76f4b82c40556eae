using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Video;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Looks at the clips of samples. Thread-safe.</summary>
/// <param name="estimates">Estimates the poses of videos; null where that is not asked for.</param>
internal sealed class ClipInspector(ClipLoader? estimates)
{
    private readonly SamplePoses _poses = new();

    /// <summary>Reads a clip to its end. A part of a longer video is only opened: decoding up to each part would read the video over and over.</summary>
    public async Task<ClipQuality> InspectAsync(Sample sample, CancellationToken cancellationToken)
    {
        try
        {
            if (SamplePoses.AreIn(sample.Media))
                return InspectPoses(sample.Media);
            var quality = await InspectFramesAsync(sample.Media, cancellationToken);
            return estimates is null ? quality : quality with { Poses = PoseQuality.Of((await estimates.ReadAsync(sample, cancellationToken)).Clip.Poses) };
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return new ClipQuality { Failure = e.Message };
        }
    }

    private ClipQuality InspectPoses(SampleMedia media)
    {
        var notices = new List<Notice>();
        var poses = _poses.Read(media, notices);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var frame in poses.Frames)
            hash.AppendData(MemoryMarshal.AsBytes(frame.Landmarks));
        return new ClipQuality
        {
            FramesPerSecond = poses.FramesPerSecond,
            Seconds = poses.Duration.TotalSeconds,
            Poses = PoseQuality.Of(poses),
            Content = Short(hash.GetHashAndReset()),
            Motion = Fingerprint(poses.Layout.Contains(SkeletonLayout.HolisticWithoutFace) ? ClipMotion.OfPoses(poses) : null),
            Notices = notices,
        };
    }

    private static async Task<ClipQuality> InspectFramesAsync(SampleMedia media, CancellationToken cancellationToken)
    {
        var isPart = media.Start is not null || media.End is not null;
        using var source = FrameSources.Open(media.Path, media.ImagesPerSecond ?? ImageFolderSource.DefaultRate);
        var info = source.Info;
        var frames = new List<byte[]>();
        var last = TimeSpan.Zero;
        if (!isPart)
        {
            await foreach (var frame in source.ReadAsync(cancellationToken))
            {
                using (frame)
                {
                    frames.Add(ClipMotion.Thumbnail(frame.Image));
                    last = frame.Time;
                }
            }
        }

        var end = isPart ? media.End ?? info.Duration : last + TimeSpan.FromSeconds(1 / info.FramesPerSecond);
        return new ClipQuality
        {
            Size = (info.Width, info.Height),
            FramesPerSecond = info.FramesPerSecond,
            Seconds = end is { } known ? (known - (media.Start ?? TimeSpan.Zero)).TotalSeconds : double.NaN,
            Content = isPart ? PartOf(media) : Short(Convert.FromHexString(ClipKey.ContentOf(media.Path))),
            Motion = Fingerprint(ClipMotion.OfThumbnails(frames)),
            Notices = source.Notices,
        };
    }

    private static UInt128 PartOf(SampleMedia media) =>
        Short(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Path.GetFullPath(media.Path)}\n{media.Start?.Ticks}\n{media.End?.Ticks}"))));

    private static ClipFingerprint? Fingerprint(float[]? motion) => motion is null ? null : ClipFingerprint.Of(motion);

    private static UInt128 Short(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);
}
