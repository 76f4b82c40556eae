using System.Runtime.CompilerServices;
using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Recognition;
using SignBridge.Translation;
using SignBridge.Video;

namespace SignBridge;

/// <summary>Reads signing in clips and writes sentences: frames → poses → glosses → text. Clips may be translated at the same time.</summary>
public sealed class Translator : IDisposable
{
    // Enough that decoding never waits for one slow frame, few enough that 4K frames fit into memory.
    private static readonly DeliveryPolicy FrameLink = DeliveryPolicy.Wait(4);
    private static readonly DeliveryPolicy UtteranceLink = DeliveryPolicy.Wait(16);

    private readonly HolisticModels? _pose;
    private readonly SignRecognizer _recognizer;
    private readonly ITextTranslator _text;
    private readonly TranslatorOptions _options;

    internal Translator(
        HolisticModels? pose, SignRecognizer recognizer, ITextTranslator text, DeviceReport device, TranslatorOptions options, PipelineMeters meters)
    {
        _pose = pose;
        _recognizer = recognizer;
        _text = text;
        Device = device;
        _options = options;
        Signs = options.Signs is { } folder ? new EnrolledSignStore(folder, recognizer) : null;
        Meters = meters;
    }

    /// <summary>The rate at which poses are estimated: that of the recogniser.</summary>
    public double FramesPerSecond => _recognizer.Card.Input.Fps;

    /// <summary>The models; without pose models the one of the pose is null.</summary>
    public ModelNames Models => new(_pose?.Extractor, _recognizer.Card.Name, _text.Name);

    /// <summary>What reads the signs, for teaching more of them; it stays this translator's.</summary>
    public SignRecognizer Recognizer => _recognizer;

    /// <summary>The signs that were taught, and more to be; null where the translator was loaded without a folder for them.</summary>
    public EnrolledSignStore? Signs { get; }

    /// <summary>Where they run.</summary>
    public DeviceReport Device { get; }

    /// <summary>The figures of the stages, over all clips since <see cref="Meters"/> was set.</summary>
    public IReadOnlyList<StageStatistics> Statistics => Meters.Snapshot();

    /// <summary>Where the stages of clips that start from now on are measured. Set it between clips, to keep what comes first out of the figures.</summary>
    public PipelineMeters Meters { get; set; }

    /// <summary>Translates a video. The source stays the caller's.</summary>
    /// <param name="input">What the result calls the input.</param>
    /// <param name="source">The frames, at any rate.</param>
    /// <param name="mode">What the clip holds.</param>
    /// <param name="frameDone">Called after each frame whose pose is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">Nothing can be read from the input (<see cref="FailureKind.Input"/>).</exception>
    /// <exception cref="InvalidOperationException">The translator was loaded without pose models.</exception>
    public async Task<TranslationResult> TranslateAsync(
        string input, IFrameSource source, RecognitionMode mode, Action? frameDone = null, CancellationToken cancellationToken = default) =>
        await TranslateAsync(await EstimateAsync(input, source, frameDone, cancellationToken), mode, cancellationToken);

    /// <summary>The first half of a translation: the poses of a video, for whoever keeps them. The source stays the caller's.</summary>
    /// <param name="input">What the result calls the input.</param>
    /// <param name="source">The frames, at any rate.</param>
    /// <param name="frameDone">Called after each frame whose pose is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">The frames cannot be read (<see cref="FailureKind.Input"/>).</exception>
    /// <exception cref="InvalidOperationException">The translator was loaded without pose models.</exception>
    public async Task<Clip> EstimateAsync(
        string input, IFrameSource source, Action? frameDone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_pose is null)
            throw new InvalidOperationException("The translator was loaded without pose models; load it with ReadsVideo.");

        using var estimator = new HolisticEstimator(_pose, new HolisticOptions());
        var rate = FramesPerSecond;
        var clock = new MediaClock();
        var pipeline = Pipeline
            .From(StageNames.Frames, token => clock.WatchAsync(source.ReadAsync(token), token).ResampleAsync(rate, token))
            .ThenPose(FrameLink, estimator, rate);

        var poses = new List<PoseFrame>();
        var people = 0;
        await foreach (var pose in pipeline.RunAsync(Meters, cancellationToken))
        {
            poses.Add(pose);
            people = Math.Max(people, estimator.People);
            frameDone?.Invoke();
        }

        var info = source.Info;
        var sequence = new PoseSequence(estimator.Layout, info.Width, info.Height, rate, poses, estimator.Extractor);
        return new Clip(input, sequence, info.FramesPerSecond, clock.Duration(info.FramesPerSecond), people > 1 ? [.. source.Notices, Several(people)] : source.Notices);
    }

    /// <summary>Translates poses, at any rate.</summary>
    /// <param name="input">What the result calls the input.</param>
    /// <param name="poses">Body and hands.</param>
    /// <param name="mode">What the clip holds.</param>
    /// <param name="notices">What is known about the poses already; it goes into the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">Nothing can be read from the poses (<see cref="FailureKind.Input"/>).</exception>
    public Task<TranslationResult> TranslateAsync(
        string input, PoseSequence poses, RecognitionMode mode, IReadOnlyList<Notice>? notices = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(poses);
        return TranslateAsync(new Clip(input, poses.Resample(FramesPerSecond), poses.FramesPerSecond, poses.Duration, notices ?? []), mode, cancellationToken);
    }

    /// <summary>The second half of a translation.</summary>
    /// <param name="clip">Its poses are at the recogniser's rate.</param>
    /// <param name="mode">What the clip holds.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">Nothing can be read from the poses (<see cref="FailureKind.Input"/>).</exception>
    public async Task<TranslationResult> TranslateAsync(Clip clip, RecognitionMode mode, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clip);
        clip.Require();
        Recognition.Recognition? recognition = null;
        var pipeline = Pipeline
            .From(StageNames.Recognition, token => RecognizeAsync(clip, mode, r => recognition = r))
            .Then<TranslatedUtterance>(StageNames.Translation, UtteranceLink, TranslateAsync);

        var utterances = new List<TranslatedUtterance>();
        await foreach (var utterance in pipeline.RunAsync(Meters, cancellationToken))
            utterances.Add(utterance);

        return new TranslationResult
        {
            Input = clip.Name,
            Mode = mode,
            Text = string.Join(' ', utterances.Select(u => u.Caption.Text)),
            Glosses = recognition!.Glosses,
            Captions = [.. utterances.Select(u => u.Caption)],
            Duration = clip.Duration,
            FramesPerSecond = clip.FramesPerSecond,
            Notices = [.. clip.Notices, .. recognition.Notices, .. RecognitionNotices.Of(recognition, mode), .. utterances.SelectMany(u => u.Notices)],
            Models = Models with { Pose = clip.Poses.Extractor },
            Device = Device,
            Poses = clip.Poses,
        };
    }

    /// <summary>Follows a live stream with the models of this translator, which must outlive it.</summary>
    public LiveTranslator Live(LiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LiveTranslator(_pose, _recognizer, _text, Meters, options);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pose?.Dispose();
        _recognizer.Dispose();
        (_text as IDisposable)?.Dispose();
    }

    private static Notice Several(int people) => new(
        "several-people", FormattableString.Invariant($"{people} people are in view: the largest one in the middle was followed; crop the video to one if that is another."));

    private async IAsyncEnumerable<IReadOnlyList<Gloss>> RecognizeAsync(Clip clip, RecognitionMode mode, Action<Recognition.Recognition> recognized)
    {
        await Task.CompletedTask;
        var recognition = mode == RecognitionMode.Isolated ? _recognizer.RecognizeIsolated(clip.Poses) : Confirmed(clip.Poses);
        recognition = recognition with { Glosses = [.. recognition.Glosses.Select(clip.Contain)] };
        recognized(recognition);
        foreach (var utterance in UtteranceSplitter.Split(recognition.Glosses, _options.Pause, _options.LongestUtterance))
            yield return utterance;
    }

    private Recognition.Recognition Confirmed(PoseSequence poses)
    {
        var recognition = _recognizer.RecognizeContinuous(poses);
        return recognition with { Glosses = [.. recognition.Glosses.Select((_, i) => _recognizer.Confirm(poses, recognition.Glosses, i))] };
    }

    private async IAsyncEnumerable<TranslatedUtterance> TranslateAsync(
        IAsyncEnumerable<IReadOnlyList<Gloss>> utterances, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var utterance in utterances.WithCancellation(cancellationToken))
        {
            var text = "";
            var notices = new List<Notice>();
            await foreach (var update in _text.TranslateAsync(utterance, cancellationToken))
            {
                text = update.Text;
                if (update.Notice is { } notice)
                    notices.Add(notice);
            }

            yield return new TranslatedUtterance(new Caption(utterance[0].Start, utterance[^1].End, text), notices);
        }
    }
}
