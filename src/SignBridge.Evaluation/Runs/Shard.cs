using System.Globalization;

namespace SignBridge.Evaluation.Runs;

/// <summary>Every <see cref="Count"/>-th sample, for one of several machines.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many shards there are.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Reads <c>i/n</c>.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var number, var count]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && i >= 1 && i <= n
                ? new Shard(i, n)
                : throw new FormatException($"--shard takes i/n, for example 1/4, not '{text}'.");
    }

    /// <summary>Whether a sample is of this shard.</summary>
    public bool Holds(int index) => index % Count == Number - 1;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");
}
