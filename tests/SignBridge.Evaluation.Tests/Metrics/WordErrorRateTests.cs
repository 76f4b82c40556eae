using System.Globalization;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class WordErrorRateTests
{
    public static TheoryData<string> Cases => GoldenMetrics.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_GoldenPairs_CountsTheErrorsOfTheReferenceCode(string name)
    {
        foreach (var costs in WordErrorCosts.All)
        {
            var expected = GoldenMetrics.Of(name, $"wer.{costs.Name}");
            var value = new WordErrorRate(costs).Score(GoldenMetrics.Pairs(name));

            Assert.Equal(expected.Number("wer"), value.Value, 1e-9);
            Assert.Equal(expected.Number("substitutions"), value.Details["substitutions"]);
            Assert.Equal(expected.Number("deletions"), value.Details["deletions"]);
            Assert.Equal(expected.Number("insertions"), value.Details["insertions"]);
            Assert.Equal(expected.Number("reference_tokens"), value.Details["referenceWords"]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_UnitCosts_IsThatOfJiwer(string name)
    {
        // jiwer refuses the case whose hypotheses are all empty.
        if (name != "empty")
            Assert.Equal(GoldenMetrics.Of(name, "wer.jiwer").GetDouble(), new WordErrorRate(WordErrorCosts.Levenshtein).Score(GoldenMetrics.Pairs(name)).Value, 1e-9);
    }

    [Fact]
    public void Statistics_RandomPairs_AreWhatScliteCounts()
    {
        var rows = File.ReadLines(Repository.Golden("metrics", "sclite.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var metric = new WordErrorRate(WordErrorCosts.Sclite);

        Assert.Equal(500, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            [Number(row[2]), Number(row[3]), Number(row[4]), row[0].Split(' ').Length], metric.Statistics(row[1], row[0])));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Statistics_CostsDiffer_TradeSubstitutionsForDeletionsAndInsertions()
    {
        // sclite: 2 substitutions (8) against an insertion and a deletion (6).
        Assert.Equal([0.0, 1, 1, 2], new WordErrorRate(WordErrorCosts.Sclite).Statistics("B C", "A B"));
        Assert.Equal([2.0, 0, 0, 2], new WordErrorRate(WordErrorCosts.Levenshtein).Statistics("B C", "A B"));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("A B", "", 2)]
    public void Score_ReferenceIsEmpty_CountsInsertionsAndHasNoRate(string hypothesis, string reference, double insertions)
    {
        var value = new WordErrorRate(WordErrorCosts.Sclite).Score([(hypothesis, reference)]);

        Assert.Equal(insertions, value.Details["insertions"]);
        Assert.Equal(double.NaN, value.Value);
    }

    [Fact]
    public void Score_OneReferenceIsEmpty_DividesByTheWordsOfAll() =>
        Assert.Equal(100, new WordErrorRate(WordErrorCosts.Sclite).Score([("A B", ""), ("C D", "C D")]).Value);

    [Fact]
    public void Statistics_Lowercase_IgnoresCase()
    {
        Assert.Equal([1.0, 0, 0, 1], new WordErrorRate(WordErrorCosts.Sclite).Statistics("Hund", "HUND"));
        Assert.Equal([0.0, 0, 0, 1], new WordErrorRate(WordErrorCosts.Sclite, isLowercase: true).Statistics("Hund", "HUND"));
    }

    [Fact]
    public void Signature_OfBothCosts_NamesThemAndWhoseDigitsTheyAre()
    {
        Assert.StartsWith("nrefs:1|case:mixed|tok:none|costs:4/3/3|equals:sclite-2.4.10|version:signbridge-", new WordErrorRate(WordErrorCosts.Sclite).Signature, StringComparison.Ordinal);
        Assert.StartsWith("nrefs:1|case:lc|tok:none|costs:1/1/1|equals:jiwer|version:signbridge-", new WordErrorRate(WordErrorCosts.Levenshtein, true).Signature, StringComparison.Ordinal);
    }
}
