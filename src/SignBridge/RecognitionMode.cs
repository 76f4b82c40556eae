namespace SignBridge;

/// <summary>What a clip holds.</summary>
public enum RecognitionMode
{
    /// <summary>Signing: any number of signs, found by CTC.</summary>
    Continuous,

    /// <summary>One sign, named or abstained from.</summary>
    Isolated,
}
