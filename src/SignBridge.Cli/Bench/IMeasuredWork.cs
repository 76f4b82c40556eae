namespace SignBridge.Cli;

/// <summary>What <c>signbridge bench</c> measures, with its models loaded: whole translations, or poses alone.</summary>
internal interface IMeasuredWork : IDisposable
{
    /// <summary>Starts the figures of the stages anew; not while a clip is worked on.</summary>
    void Restart(PipelineMeters meters);

    /// <summary>Works on one clip; several may be worked on at the same time.</summary>
    /// <param name="input">The clip.</param>
    /// <param name="poseDone">Called after each pose of a video, and once before those of a <c>.pose</c> file are read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">Nothing can be read from the clip (<see cref="FailureKind.Input"/>).</exception>
    Task<MeasuredClip> RunAsync(string input, Action poseDone, CancellationToken cancellationToken);
}
