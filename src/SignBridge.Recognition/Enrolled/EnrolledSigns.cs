using System.Numerics.Tensors;

namespace SignBridge.Recognition;

/// <summary>The taught signs of a recogniser, each as a prototype: the mean direction of its examples' embeddings.</summary>
/// <remarks>Nearest class mean, as in J. Snell et al., "Prototypical Networks for Few-shot Learning" (2017), with cosine similarity. Removing the
/// overall mean of the embeddings first changes nothing that could be measured (docs/teach.md). Immutable.</remarks>
public sealed class EnrolledSigns
{
    private readonly (string Name, float[] Prototype)[] _signs;
    private readonly double _threshold;
    private readonly double _margin;

    private EnrolledSigns((string Name, float[] Prototype)[] signs, double threshold, double margin)
    {
        _signs = signs;
        _threshold = threshold;
        _margin = margin;
    }

    /// <summary>No taught sign.</summary>
    public static EnrolledSigns None { get; } = new([], 1, 0);

    /// <summary>How many signs there are.</summary>
    public int Count => _signs.Length;

    /// <summary>Prepares signs for recognition.</summary>
    /// <param name="signs">All of the same recogniser.</param>
    /// <param name="card">That recogniser's card, whose thresholds decide.</param>
    public static EnrolledSigns Of(IEnumerable<EnrolledSign> signs, RecognitionOutputCard card)
    {
        ArgumentNullException.ThrowIfNull(signs);
        ArgumentNullException.ThrowIfNull(card);
        return new EnrolledSigns(
            [.. signs.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s.Name, Prototype(s.Examples)))], card.EnrolledThreshold ?? 1, card.EnrolledMargin);
    }

    /// <summary>The taught sign that a clip shows, if it is near enough to one.</summary>
    /// <param name="embedding">Of the clip.</param>
    /// <param name="rival">How probable the best sign of the vocabulary is, 0 to 1: the more, the nearer a taught one must be.</param>
    public EnrolledMatch? Match(ReadOnlySpan<float> embedding, double rival) =>
        Nearest(embedding) is { } nearest && nearest.Similarity >= _threshold + _margin * rival ? nearest : null;

    /// <summary>The nearest taught sign, however far; null where there is none.</summary>
    public EnrolledMatch? Nearest(ReadOnlySpan<float> embedding)
    {
        EnrolledMatch? nearest = null;
        foreach (var (name, prototype) in _signs)
        {
            var similarity = TensorPrimitives.CosineSimilarity(embedding, prototype);
            if (nearest is null || similarity > nearest.Value.Similarity)
                nearest = new EnrolledMatch(name, similarity);
        }

        return nearest;
    }

    private static float[] Prototype(IReadOnlyList<float[]> examples)
    {
        var sum = new float[examples[0].Length];
        foreach (var example in examples)
            TensorPrimitives.MultiplyAdd(example, 1 / TensorPrimitives.Norm<float>(example), sum, sum);
        return sum;
    }
}
