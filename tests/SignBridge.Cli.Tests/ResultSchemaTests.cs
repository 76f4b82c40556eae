using System.Text.Json;
using System.Text.Json.Nodes;

namespace SignBridge.Cli.Tests;

/// <summary>The schema must be able to fail, or the tests that use it say nothing.</summary>
public sealed class ResultSchemaTests
{
    private const string Good = """
        {"input":"a","mode":"isolated","text":"[?].","glosses":[{"gloss":"?","start":0,"end":1.5,"confidence":0.5,"alternatives":[{"gloss":"cat","confidence":0.3}]}],
         "captions":[{"start":0,"end":1.5,"text":"[?]."}],"duration":1.5,"fps":30,"notices":[{"code":"abstained","message":"m"}],
         "models":{"pose":null,"recognition":"r","translation":"plain"},"device":{"requested":"cuda:1","actual":"cuda:1","reason":null}}
        """;

    [Fact]
    public void Schema_GoodResult_IsValid() => ResultSchema.AssertValid(JsonDocument.Parse(Good).RootElement);

    [Fact]
    public void Schema_FailedResult_IsValid() => ResultSchema.AssertValid(JsonDocument.Parse("""{"input":"a","error":"e"}""").RootElement);

    [Theory]
    [InlineData("input")]
    [InlineData("mode")]
    [InlineData("text")]
    [InlineData("glosses")]
    [InlineData("duration")]
    [InlineData("fps")]
    [InlineData("notices")]
    [InlineData("models")]
    [InlineData("device")]
    public void Schema_WithoutAField_IsInvalid(string field)
    {
        var result = JsonNode.Parse(Good)!.AsObject();
        result.Remove(field);
        Assert.False(IsValid(result));
    }

    [Fact]
    public void Schema_WithAFieldMore_IsValid()
    {
        var result = JsonNode.Parse(Good)!.AsObject();
        result["quality"] = 0.5;
        Assert.True(IsValid(result));
    }

    [Theory]
    [InlineData("mode", "\"fast\"")]
    [InlineData("duration", "-1")]
    [InlineData("fps", "0")]
    [InlineData("glosses", "[{\"gloss\":\"cat\",\"start\":0,\"end\":1,\"confidence\":2,\"alternatives\":[]}]")]
    [InlineData("glosses", "[{\"gloss\":\"cat\",\"start\":0,\"end\":1,\"confidence\":1}]")]
    [InlineData("notices", "[{\"code\":\"No Signs\",\"message\":\"m\"}]")]
    [InlineData("error", "\"also failed\"")]
    public void Schema_WrongValue_IsInvalid(string field, string value)
    {
        var result = JsonNode.Parse(Good)!.AsObject();
        result[field] = JsonNode.Parse(value);
        Assert.False(IsValid(result));
    }

    private static bool IsValid(JsonObject result) => ResultSchema.IsValid(JsonDocument.Parse(result.ToJsonString()).RootElement);
}
