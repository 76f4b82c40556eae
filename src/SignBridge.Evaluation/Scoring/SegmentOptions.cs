using SignBridge.Evaluation.Metrics.Glosses;

namespace SignBridge.Evaluation.Scoring;

/// <summary>How files of hypotheses and references are read.</summary>
public sealed record SegmentOptions
{
    /// <summary>Of both files; null where the ending of each says it.</summary>
    public SegmentFormat? Format { get; init; }

    /// <summary>The column or field that holds the text or the glosses; null for <c>text</c>, else <c>gloss</c>, else <c>glosses</c>.</summary>
    public string? Column { get; init; }

    /// <summary>What decides which of a reference's alternatives counts.</summary>
    public WordErrorCosts Costs { get; init; } = WordErrorCosts.Sclite;

    /// <summary>The format of a file.</summary>
    /// <exception cref="SignBridgeException">Its ending is not known and no format was given (<see cref="FailureKind.Input"/>).</exception>
    public SegmentFormat FormatOf(string path) => Format
        ?? (Path.GetExtension(path).TrimStart('.') is { Length: > 0 } ending && !char.IsDigit(ending[0]) && Enum.TryParse<SegmentFormat>(ending, ignoreCase: true, out var format)
            ? format
            : throw new SignBridgeException(FailureKind.Input, $"'{path}' does not say its format: expected a name that ends in .txt, .jsonl, .csv, .stm or .ctm; name the format with --input-format."));
}
