namespace SignBridge.Video.Tests;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("2.png", "10.png")]
    [InlineData("a2b9", "a2b10")]
    [InlineData("img", "img1")]
    [InlineData("A", "a")]
    [InlineData("9", "99999999999999999999999")]
    [InlineData("01", "1")]
    [InlineData("1", "a")]
    [InlineData(null, "a")]
    public void Compare_Smaller_ComesFirst(string? smaller, string greater)
    {
        Assert.True(NaturalOrder.Instance.Compare(smaller, greater) < 0);
        Assert.True(NaturalOrder.Instance.Compare(greater, smaller) > 0);
        Assert.Equal(0, NaturalOrder.Instance.Compare(greater, greater));
    }
}
