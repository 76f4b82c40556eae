namespace SignBridge.Translation.Tests;

public sealed class LogProbabilitiesTests
{
    [Fact]
    public void Normalizer_LargeLogits_DoesNotOverflow()
    {
        var logits = Enumerable.Repeat(1000f, 5000).ToArray();

        Assert.Equal(1000 + Math.Log(5000), LogProbabilities.Normalizer(logits), 1e-3);
    }

    [Fact]
    public void Best_Ties_AreOrderedById()
    {
        var best = LogProbabilities.Best([1, 3, 2, 3, 0], 3);

        Assert.Equal([1, 3, 2], best.Select(b => b.Token));
        Assert.Equal(3 - Math.Log(Math.Exp(1) + Math.Exp(3) + Math.Exp(2) + Math.Exp(3) + 1), best[0].LogProbability, 1e-6);
    }
}
