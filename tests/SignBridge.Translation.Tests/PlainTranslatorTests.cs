namespace SignBridge.Translation.Tests;

public sealed class PlainTranslatorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("mom like cat", "Mom like cat.")]
    [InlineData("WHERE Dog", "Where dog.")]
    [InlineData("bird go ?", "Bird go [?].")]
    [InlineData("? go", "[?] go.")]
    [InlineData("hat|cat sit", "Hat sit.")]
    public async Task TranslateAsync_Glosses_StandInSentenceCase(string glosses, string text) =>
        Assert.Equal([new TranslationUpdate(text, IsFinal: true)], await new PlainTranslator().UpdatesAsync(Glosses.Parse(glosses)));

    [Fact]
    public async Task TranslateAsync_LabelWithLineEnds_StaysOneLine()
    {
        var updates = await new PlainTranslator().UpdatesAsync([Glosses.Named("ice\r\n\tCREAM "), Glosses.Named("\u0007")]);

        Assert.Equal("Ice cream [?].", updates[0].Text);
    }

    [Fact]
    public async Task TranslateAsync_Cancelled_Throws() => await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        await new PlainTranslator().TranslateAsync([], new CancellationToken(canceled: true)).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public void Name_IsPlain() => Assert.Equal("plain", new PlainTranslator().Name);
}
