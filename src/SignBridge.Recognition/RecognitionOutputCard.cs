namespace SignBridge.Recognition;

/// <summary>The output contract of a recogniser. An output that the graph does not have is left out of the card.</summary>
public sealed record RecognitionOutputCard
{
    /// <summary>Name of the log-probabilities float32 [batch, steps, 1 + labels + 1]: blank, the labels, the unknown sign.</summary>
    public string? Ctc { get; init; }

    /// <summary>Name of the probabilities float32 [batch, labels + 1]: the labels, the unknown sign.</summary>
    public string? Isolated { get; init; }

    /// <summary>Name of the description of a clip float32 [batch, size], by which signs are taught.</summary>
    public string? Embedding { get; init; }

    /// <summary>The label file of the package: UTF-8, one label a line.</summary>
    public required string Labels { get; init; }

    /// <summary>Index of the CTC blank; 0 is served.</summary>
    public int Blank { get; init; }

    /// <summary>Where the class of unknown signs stands; <c>last</c> is served.</summary>
    public required string Unknown { get; init; }

    /// <summary>Isolated mode abstains where the best probability is below this, 0 to 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Least cosine between an embedding and a taught sign's prototype at which the clip counts as that sign; null where none can be taught.</summary>
    public double? EnrolledThreshold { get; init; }

    /// <summary>What is added to <see cref="EnrolledThreshold"/> where a label is certain, and in proportion where it is probable.</summary>
    public double EnrolledMargin { get; init; }
}
