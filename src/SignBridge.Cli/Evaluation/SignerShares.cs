using System.Globalization;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Cli;

/// <summary>The shares of <c>--split-by-signer</c>, in percent.</summary>
internal sealed record SignerShares(int Train, int Dev, int Test)
{
    /// <exception cref="FormatException">It is not three shares that add up to 100.</exception>
    public static SignerShares Parse(string text)
    {
        int[] shares = [.. text.Split('/').Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? share : -1)];
        return shares is [>= 0 and var train, >= 0 and var dev, >= 0 and var test] && train + dev + test == 100
            ? new SignerShares(train, dev, test)
            : throw new FormatException($"--split-by-signer takes three shares that add up to 100, for example 80/10/10, not '{text}'.");
    }

    /// <summary>The same data set with splits of these shares.</summary>
    public IEnumerable<DatasetEntry> Divide(IEnumerable<DatasetEntry> entries, int seed)
    {
        var split = new SignerSplit(seed, Train / 100.0, Dev / 100.0);
        return entries.Select(e => e.Sample is { } sample ? DatasetEntry.Of(sample with { Split = split.Of(sample) }) : e);
    }

    public override string ToString() => FormattableString.Invariant($"{Train}/{Dev}/{Test}");
}
