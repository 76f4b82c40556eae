using SignBridge.Onnx;

namespace SignBridge.Translation.Tests;

public sealed class LanguageModelCardTests
{
    [Fact]
    public void Read_ShippedCard_HasItsNumbers()
    {
        var card = ShippedLanguageModel.Card;

        Assert.Equal(new LanguageModelArchitecture(30, 3, 64, 49152, 2048), card.Architecture);
        Assert.Equal(("<|im_end|>", 2, 64), (card.End, card.EndId, card.Conventions.MaxNewTokens));
    }

    [Theory]
    [InlineData("{glosses}", "", "{glosses}")]
    [InlineData("{glosses}", "{glosses} {glosses}", "{glosses}")]
    [InlineData("\"lower\"", "\"title\"", "conventions.case")]
    [InlineData("\"separator\": \" \"", "\"separator\": \"\"", "separator")]
    [InlineData("\"layers\": 30", "\"layers\": 0", "architecture")]
    [InlineData("\"context\": 2048", "\"context\": 64", "context")]
    [InlineData("\"endId\": 2,", "", "endId")]
    public void Read_CardThatContradictsItself_IsRefusedInOneSentence(string part, string replacement, string named)
    {
        using var package = new TemporaryPackage(part, replacement);

        var failure = Assert.Throws<SignBridgeException>(() => LanguageModelCard.Read(ModelPackage.Open(package.Directory)));

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains("card.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }
}
