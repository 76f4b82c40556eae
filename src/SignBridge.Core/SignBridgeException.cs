namespace SignBridge;

/// <summary>A failure that its reader can mend: the message names the file, the expectation and the remedy in one sentence.</summary>
public sealed class SignBridgeException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="message">One sentence: the file, the expectation, the remedy.</param>
    /// <param name="innerException">The cause, or null.</param>
    public SignBridgeException(FailureKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What the failure is about.</summary>
    public FailureKind Kind { get; }
}
