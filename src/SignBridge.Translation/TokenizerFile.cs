using System.Text.Json;

namespace SignBridge.Translation;

/// <summary>What a <c>tokenizer.json</c> of Hugging Face's tokenizers says about a byte-level BPE.</summary>
/// <param name="Vocabulary">Tokens in their byte-level spelling, with ids.</param>
/// <param name="Merges">Pairs of tokens in order of priority, separated by a blank.</param>
/// <param name="SpecialTokens">Tokens that are matched as they are, before everything else.</param>
/// <param name="SplitsDigits">Whether every digit is a word of its own.</param>
internal sealed record TokenizerFile(
    IReadOnlyList<KeyValuePair<string, int>> Vocabulary,
    IReadOnlyList<string> Merges,
    IReadOnlyDictionary<string, int> SpecialTokens,
    bool SplitsDigits)
{
    /// <summary>UTF-8 bytes of the longest token that a merge may name, with JSON's escapes.</summary>
    private const int LongestToken = 1024;

    /// <summary>Reads the file in one pass: a document model of its 100,000 strings would cost more than all the rest of the start.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not a byte-level BPE.</exception>
    public static TokenizerFile Read(ReadOnlySpan<byte> json)
    {
        List<KeyValuePair<string, int>> vocabulary = [];
        List<string> merges = [];
        Dictionary<string, int> special = [];
        bool? splitsDigits = null;
        var reader = new Utf8JsonReader(json);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "an object");
        while (NextProperty(ref reader, out var name))
        {
            if (name == "model")
                ReadModel(ref reader, vocabulary, merges);
            else if (name == "added_tokens")
                ReadSpecialTokens(ref reader, special);
            else if (name == "pre_tokenizer")
                splitsDigits = ReadPreTokenizer(ref reader);
            else if (name == "normalizer")
                Expect(reader.TokenType == JsonTokenType.Null, "no normalizer");
            else
                reader.Skip();
        }

        Expect(vocabulary.Count > 0 && merges.Count > 0, "a vocabulary and merges under model");
        return new TokenizerFile(vocabulary, merges, special, splitsDigits ?? throw new JsonException("Expected a pre_tokenizer."));
    }

    private static void ReadModel(ref Utf8JsonReader reader, List<KeyValuePair<string, int>> vocabulary, List<string> merges)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject, "an object under model");
        while (NextProperty(ref reader, out var name))
        {
            if (name == "type")
                Expect(reader.ValueTextEquals("BPE"u8), "model.type BPE");
            else if (name == "vocab")
                ReadVocabulary(ref reader, vocabulary);
            else if (name == "merges")
                ReadMerges(ref reader, merges);
            else
                reader.Skip();
        }
    }

    private static void ReadVocabulary(ref Utf8JsonReader reader, List<KeyValuePair<string, int>> vocabulary)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject, "an object under vocab");
        while (NextProperty(ref reader, out var token))
            vocabulary.Add(new(token, Id(ref reader)));
    }

    // Older files write a merge as "a b", newer ones as ["a", "b"].
    private static void ReadMerges(ref Utf8JsonReader reader, List<string> merges)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray, "an array under merges");
        Span<char> pair = stackalloc char[2 * LongestToken + 1];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                merges.Add(reader.GetString()!);
                continue;
            }

            Expect(reader.TokenType == JsonTokenType.StartArray, "pairs under merges");
            var left = NextString(ref reader, pair);
            pair[left] = ' ';
            var right = NextString(ref reader, pair[(left + 1)..]);
            merges.Add(pair[..(left + 1 + right)].ToString());
            Expect(reader.Read() && reader.TokenType == JsonTokenType.EndArray, "pairs under merges");
        }
    }

    private static void ReadSpecialTokens(ref Utf8JsonReader reader, Dictionary<string, int> special)
    {
        using var tokens = JsonDocument.ParseValue(ref reader);
        foreach (var token in Members(tokens.RootElement))
        {
            if (token.TryGetProperty("content", out var content) && content.GetString() is { Length: > 0 } text
                && token.TryGetProperty("id", out var id) && id.TryGetInt32(out var value))
                special[text] = value;
            else
                throw new JsonException("Expected added_tokens with content and id.");
        }
    }

    /// <returns>Whether digits are split; every other arrangement than [Digits,] ByteLevel with its own pattern is refused.</returns>
    private static bool ReadPreTokenizer(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        JsonElement[] steps = Type(document.RootElement) == "Sequence" && document.RootElement.TryGetProperty("pretokenizers", out var inner)
            ? [.. Members(inner)]
            : [document.RootElement];
        var digits = steps.Length == 2 && Type(steps[0]) == "Digits" && IsTrue(steps[0], "individual_digits");
        var byteLevel = steps is [.., var last] && Type(last) == "ByteLevel" && IsTrue(last, "use_regex") && !IsTrue(last, "add_prefix_space");
        Expect(byteLevel && (digits || steps.Length == 1), "a pre_tokenizer ByteLevel with use_regex, alone or after Digits");
        return digits;
    }

    private static string? Type(JsonElement step) =>
        step.ValueKind == JsonValueKind.Object && step.TryGetProperty("type", out var type) ? type.GetString() : null;

    private static bool IsTrue(JsonElement step, string name) => step.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static JsonElement.ArrayEnumerator Members(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : throw new JsonException("Expected an array.");

    private static bool NextProperty(ref Utf8JsonReader reader, out string name)
    {
        Expect(reader.Read(), "the end of an object");
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        return reader.TokenType == JsonTokenType.PropertyName && reader.Read();
    }

    private static int NextString(ref Utf8JsonReader reader, scoped Span<char> target)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestToken, "tokens under merges");
        return reader.CopyString(target);
    }

    private static int Id(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var id) && id >= 0 ? id : throw new JsonException("Expected ids under vocab.");

    private static void Expect(bool condition, string what)
    {
        if (!condition)
            throw new JsonException($"Expected {what}.");
    }
}
