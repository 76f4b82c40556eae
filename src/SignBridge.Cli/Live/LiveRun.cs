using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Follows one source until it ends or the user stops it.</summary>
internal sealed class LiveRun(Translator translator, LiveScreen screen, LiveRecording? recording)
{
    // Often enough to notice, seldom enough to read the captions in between.
    private static readonly TimeSpan DropReport = TimeSpan.FromSeconds(10);

    private long _drops;
    private TimeSpan _reported;

    /// <exception cref="SignBridgeException">The source fails (<see cref="FailureKind.Input"/>); what was recorded before is kept.</exception>
    public async Task RunAsync(IFrameSource source, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in translator.Live(new LiveOptions()).FollowAsync(source, cancellationToken))
            {
                screen.Show(happened);
                recording?.Add(happened);
                if (happened.Time - _reported >= DropReport)
                    ReportDrops(happened.Time);
            }
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

    private void ReportDrops(TimeSpan now)
    {
        _reported = now;
        var drops = translator.Statistics.Sum(s => s.Drops);
        if (drops > _drops)
            screen.Say(FormattableString.Invariant($"{drops - _drops} frames were dropped, because they came faster than this machine estimates poses; signs may be missed."));
        _drops = drops;
    }
}
