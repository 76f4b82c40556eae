namespace SignBridge;

/// <summary>What a <see cref="SignBridgeException"/> is about; the command line turns it into an exit code.</summary>
public enum FailureKind
{
    /// <summary>An input is missing, unreadable or not what it says.</summary>
    Input,

    /// <summary>An output exists, cannot be written, or the disk is full.</summary>
    Output,

    /// <summary>A model package is missing, damaged or does not fit.</summary>
    Model,

    /// <summary>The requested device cannot be had.</summary>
    Device,
}
