namespace SignBridge.Cli;

/// <summary>What <c>signbridge bench</c> measures, with its models loaded: whole translations, or poses alone.</summary>
internal interface IMeasuredWork : IDisposable
{
    /// <summary>Starts the figures of the stages anew; not while a clip is worked on.</summary>
    void Restart(PipelineMeters meters);

    /// <summary>Works on one clip; several may be worked on at the same time.</summary>
    /// <exception cref="SignBridgeException">Nothing can be read from the clip (<see cref="FailureKind.Input"/>).</exception>
    Task<MeasuredClip> RunAsync(string input, CancellationToken cancellationToken);
}
