using System.Numerics.Tensors;

namespace SignBridge.Translation;

/// <summary>From logits to logarithms of probabilities.</summary>
internal static class LogProbabilities
{
    /// <summary>What is subtracted from a logit to get its log-probability: the logarithm of the sum of all exponentials.</summary>
    public static double Normalizer(ReadOnlySpan<float> logits)
    {
        var max = TensorPrimitives.Max(logits);
        var sum = 0.0;
        Span<float> block = stackalloc float[1024];
        for (var rest = logits; !rest.IsEmpty;)
        {
            var part = block[..Math.Min(block.Length, rest.Length)];
            TensorPrimitives.Subtract(rest[..part.Length], max, part);
            TensorPrimitives.Exp(part, part);
            sum += TensorPrimitives.Sum<float>(part);
            rest = rest[part.Length..];
        }

        return max + Math.Log(sum);
    }

    /// <summary>The most probable tokens, best first; of equal ones, the lower id first.</summary>
    public static (int Token, double LogProbability)[] Best(ReadOnlySpan<float> logits, int count)
    {
        Span<float> values = stackalloc float[count];
        Span<int> tokens = stackalloc int[count];
        values.Fill(float.NegativeInfinity);
        for (var token = 0; token < logits.Length; token++)
        {
            if (!(logits[token] > values[^1]))
                continue;
            var place = count - 1;
            for (; place > 0 && logits[token] > values[place - 1]; place--)
                (values[place], tokens[place]) = (values[place - 1], tokens[place - 1]);
            (values[place], tokens[place]) = (logits[token], token);
        }

        var normalizer = Normalizer(logits);
        var best = new (int, double)[count];
        for (var i = 0; i < count; i++)
            best[i] = (tokens[i], values[i] - normalizer);
        return best;
    }
}
