namespace SignBridge.Video.Tests;

public sealed class AsciiTextTests
{
    [Theory]
    [InlineData("I want to drink water.", "I want to drink water.")]
    [InlineData("The bird is going to the [?].", "The bird is going to the [?].")]
    [InlineData("It’s “café” – naïve…", "It's \"cafe\" - naive...")]
    [InlineData("Łódź, Ærø, straße", "Lodz, AEro, strasse")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("你好 👋", "?? ?")]
    [InlineData("zero\u200Bwidth\u0007", "zerowidth")]
    [InlineData("two\r\nlines\tand tab", "two  lines and tab")]
    [InlineData("", "")]
    public void From_Text_WritesWhatCanBeDrawn(string text, string expected) => Assert.Equal(expected, AsciiText.From(text));
}
