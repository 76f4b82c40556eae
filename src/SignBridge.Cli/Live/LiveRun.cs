using SignBridge.Recognition;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Follows one source until it ends or the user stops it; a camera that is lost is waited for.</summary>
internal sealed class LiveRun(Translator translator, LiveScreen screen, LiveRecording? recording, LivePreview? preview, TimeProvider time)
{
    // Often enough to notice, seldom enough to read the captions in between.
    private static readonly TimeSpan DropReport = TimeSpan.FromSeconds(10);

    private long _drops;
    private TimeSpan _reported;
    private TimeSpan _newest;
    private int _utterances;

    /// <param name="source">Stays the caller's.</param>
    /// <param name="return">Waits for the same camera again; null where the source is a recording.</param>
    /// <param name="cancellationToken">Ends the run, as Ctrl-C does.</param>
    /// <exception cref="SignBridgeException">The source gives no image, or a recording fails (<see cref="FailureKind.Input"/>), or the recording
    /// of this run cannot be written (<see cref="FailureKind.Output"/>); what was recorded before is kept.</exception>
    public async Task RunAsync(IFrameSource source, CameraReturn? @return, CancellationToken cancellationToken)
    {
        try
        {
            if (@return is null)
                await FollowAsync(source, cancellationToken);
            else
                await FollowCameraAsync(source, @return, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a live stream ends.
        }
        finally
        {
            screen.Clear();
            recording?.Complete(source.Info, translator.Models.Pose);
        }

        ReportDrops(_reported + DropReport);
        foreach (var notice in source.Notices)
            screen.Say(notice.Message);
    }

    private async Task FollowCameraAsync(IFrameSource first, CameraReturn @return, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var frames = new LosableSource(first, TimeSpan.Zero);
        while (true)
        {
            using (frames)
                await FollowAsync(frames, cancellationToken);
            if (frames.Loss is not { } loss)
                return;
            if (_newest == TimeSpan.Zero && frames.Count == 0)
                throw loss; // it never was there

            var lost = new Notice("camera-lost", $"{loss.Message} Captions go on when it is back.");
            Take(new NoticeGiven(_newest, lost, NoticeState.Begins));
            var camera = await @return.WaitAsync(first.Info, cancellationToken);
            frames = new LosableSource(camera, time.GetElapsedTime(began));
            Take(new NoticeGiven(time.GetElapsedTime(began), lost, NoticeState.Ends));
            screen.Say("the camera is back.");
        }
    }

    private async Task FollowAsync(IFrameSource source, CancellationToken cancellationToken)
    {
        var before = _utterances;
        await foreach (var happened in translator.Live(new LiveOptions()).FollowAsync(preview?.Watch(source) ?? source, cancellationToken))
        {
            Take(happened switch
            {
                GlossesRead read => read with { Utterance = before + read.Utterance },
                TextWritten text => text with { Utterance = before + text.Utterance },
                _ => happened,
            });
        }
    }

    private void Take(LiveEvent happened)
    {
        _newest = happened.Time;
        if (happened is GlossesRead read)
            _utterances = read is { End: not UtteranceEnd.None, Committed.Count: > 0 } ? read.Utterance + 1 : read.Utterance;
        screen.Show(happened);
        preview?.Show(happened);
        recording?.Add(happened);
        if (happened.Time - _reported >= DropReport)
            ReportDrops(happened.Time);
    }

    private void ReportDrops(TimeSpan now)
    {
        _reported = now;
        var drops = translator.Statistics.Sum(s => s.Drops);
        if (drops > _drops)
            screen.Say(FormattableString.Invariant($"{drops - _drops} frames were dropped, because they came faster than this machine estimates poses; signs may be missed."));
        _drops = drops;
    }
}
