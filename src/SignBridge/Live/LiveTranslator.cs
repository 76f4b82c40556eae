using System.Runtime.CompilerServices;
using SignBridge.Pose;
using SignBridge.Recognition;
using SignBridge.Translation;
using SignBridge.Video;

namespace SignBridge;

/// <summary>Follows one live stream: partial and committed glosses, tentative and final text, notices. Streams share the models of a <see cref="Translator"/>.</summary>
public sealed class LiveTranslator
{
    // Events are small and the text stage is short of nothing but processor time.
    private static readonly DeliveryPolicy EventLink = DeliveryPolicy.Wait(64);

    private readonly HolisticModels? _pose;
    private readonly SignRecognizer _recognizer;
    private readonly ITextTranslator _text;
    private readonly PipelineMeters _meters;
    private readonly LiveOptions _options;

    internal LiveTranslator(HolisticModels? pose, SignRecognizer recognizer, ITextTranslator text, PipelineMeters meters, LiveOptions options)
    {
        _pose = pose;
        _recognizer = recognizer;
        _text = text;
        _meters = meters;
        _options = options;
    }

    /// <summary>Poses a second that are read; frames beyond it are thinned out.</summary>
    public double FramesPerSecond => _recognizer.Card.Input.Fps;

    /// <summary>Follows frames; under load the oldest waiting one is dropped.</summary>
    /// <param name="source">Stays the caller's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">The source fails; what was known before has been yielded.</exception>
    /// <exception cref="InvalidOperationException">The translator was loaded without pose models.</exception>
    public async IAsyncEnumerable<LiveEvent> FollowAsync(IFrameSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_pose is null)
            throw new InvalidOperationException("The translator was loaded without pose models; load it with ReadsVideo.");
        using var estimator = new HolisticEstimator(_pose, new HolisticOptions());
        double? brightness = null;
        var poses = Pipeline
            .From(StageNames.Frames, token => source.ReadAsync(token).ResampleAsync(FramesPerSecond, token).Select(Measured))
            .ThenPose(DeliveryPolicy.DropOldest(_options.WaitingFrames), estimator, FramesPerSecond);
        await foreach (var happened in Read(poses, estimator.Layout, source.Info.Width, source.Info.Height, estimator.Extractor, () => (brightness, estimator.People)).RunAsync(_meters, cancellationToken))
            yield return happened;

        SampledFrame Measured(SampledFrame sampled)
        {
            brightness = sampled.Frame.Brightness();
            return sampled;
        }
    }

    /// <summary>Follows poses, at any rate.</summary>
    /// <param name="poses">With increasing times.</param>
    /// <param name="layout">What their landmarks are.</param>
    /// <param name="width">Width of the picture in the unit of the landmarks; 0 where it is not known.</param>
    /// <param name="height">Height of the picture.</param>
    /// <param name="extractor">What estimated them; null when unknown.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IAsyncEnumerable<LiveEvent> FollowAsync(
        IAsyncEnumerable<PoseFrame> poses, SkeletonLayout layout, int width, int height, string? extractor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(poses);
        return Read(Pipeline.From(StageNames.Pose, _ => poses), layout, width, height, extractor, () => (null, 0)).RunAsync(_meters, cancellationToken);
    }

    private Pipeline<LiveEvent> Read(
        Pipeline<PoseFrame> poses, SkeletonLayout layout, int width, int height, string? extractor, Func<(double? Brightness, int People)> picture)
    {
        var recognizer = new StreamingRecognizer(_recognizer, layout, extractor, _options.Streaming);
        var scene = new SceneWatch(width, height, FramesPerSecond);
        return poses
            .Then<LiveEvent>(StageNames.Recognition, EventLink, (input, token) => ReadAsync(input, recognizer, scene, _recognizer.Mismatch(extractor), picture, token))
            .Then<LiveEvent>(StageNames.Translation, EventLink, new LiveText(_text, _options).WriteAsync);
    }

    private async IAsyncEnumerable<LiveEvent> ReadAsync(
        IAsyncEnumerable<PoseFrame> poses,
        StreamingRecognizer recognizer,
        SceneWatch scene,
        Notice? mismatch,
        Func<(double? Brightness, int People)> picture,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ticks = new PoseTicks(FramesPerSecond);
        var last = TimeSpan.Zero;
        await foreach (var pose in poses.WithCancellation(cancellationToken))
        {
            last = pose.Time;
            yield return new PoseSeen(pose);
            if (mismatch is not null)
                yield return new NoticeGiven(pose.Time, mismatch, NoticeState.Once);
            mismatch = null;
            var (brightness, people) = picture();
            foreach (var notice in scene.Look(pose, brightness, people))
                yield return notice;
            foreach (var tick in ticks.Next(pose))
            {
                if (recognizer.Add(tick) is { } update)
                    yield return Event(pose.Time, update);
            }
        }

        foreach (var tick in ticks.Finish())
        {
            if (recognizer.Add(tick) is { } update)
                yield return Event(last, update);
        }

        if (recognizer.Finish() is { } end)
            yield return Event(last, end);
    }

    private static GlossesRead Event(TimeSpan time, RecognitionUpdate update) => new(time, update.Utterance, update.Committed, update.New, update.Partial, update.End);
}
