using SignBridge.Evaluation.Metrics.Translation;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class ExactMatchTests
{
    [Theory]
    [InlineData("a b", "a b", 1)]
    [InlineData(" a  b\t", "a b", 1)]
    [InlineData("a b", "b a", 0)]
    [InlineData("a b", "A b", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "a", 0)]
    public void Statistics_Words_MatchInOrder(string hypothesis, string reference, double expected) =>
        Assert.Equal([expected, 1.0], new ExactMatch().Statistics(hypothesis, reference));

    [Fact]
    public void Score_Lowercase_IsTheShareOfMatches() =>
        Assert.Equal(75, new ExactMatch(isLowercase: true).Score([("a", "A"), ("b", "b"), ("c", "d"), ("", "")]).Value);
}
