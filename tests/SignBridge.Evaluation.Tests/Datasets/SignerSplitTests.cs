using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class SignerSplitTests
{
    [Fact]
    public void Of_ManySigners_KeepsEachInOnePartAndTheSharesAboutRight()
    {
        var split = new SignerSplit(seed: 1, train: 0.7, dev: 0.1);

        var parts = Enumerable.Range(0, 5000).ToDictionary(i => i, i => split.Of(Clip($"signer{i}"))!);

        Assert.All(parts, p => Assert.Equal(p.Value, split.Of(Clip($"signer{p.Key}"))));
        Assert.InRange(parts.Count(p => p.Value == "train"), 3400, 3600);
        Assert.InRange(parts.Count(p => p.Value == "dev"), 430, 570);
        Assert.InRange(parts.Count(p => p.Value == "test"), 900, 1100);
    }

    [Fact]
    public void Of_AnotherSeed_DividesOtherwise()
    {
        var parts = Enumerable.Range(0, 100).Select(i => Clip($"signer{i}")).Count(c => new SignerSplit(1, 0.5, 0).Of(c) != new SignerSplit(2, 0.5, 0).Of(c));

        Assert.InRange(parts, 30, 70);
    }

    [Fact]
    public void Of_SignerWhoIsNotKnown_IsInNoPart() => Assert.Null(new SignerSplit(1, 0.8, 0.1).Of(Clip(null)));

    [Theory]
    [InlineData(-0.1, 0.5)]
    [InlineData(0.8, 0.3)]
    [InlineData(double.NaN, 0)]
    public void Create_SharesThatAreNone_Throws(double train, double dev) => Assert.Throws<ArgumentOutOfRangeException>(() => new SignerSplit(1, train, dev));

    private static Sample Clip(string? signer) => new("a", new SampleMedia("a.mp4")) { Signer = signer };
}
