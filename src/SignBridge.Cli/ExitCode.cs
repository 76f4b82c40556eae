namespace SignBridge.Cli;

/// <summary>What the process returns; docs/cli.md lists the same.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>At least one input failed; the others are done.</summary>
    public const int InputFailed = 1;

    public const int Usage = 2;
    public const int Model = 3;
    public const int Device = 4;
    public const int Output = 5;

    /// <summary>A measurement is worse than the one it was compared with.</summary>
    public const int Regression = 6;

    /// <summary>Ctrl-C: what was finished is kept.</summary>
    public const int Cancelled = 130;

    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.Input => InputFailed,
        FailureKind.Model => Model,
        FailureKind.Device => Device,
        _ => Output,
    };
}
