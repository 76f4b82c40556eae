using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Evaluation.Runs;

/// <summary>Reads labels, signers and conditions, which come again in nearly every line of a journal, as the same string again: half of what
/// a hundred thousand results would take in memory.</summary>
internal sealed class RepeatedStrings : JsonConverter<string>
{
    private const int Longest = 32;
    private const int Slots = 1 << 12;

    // A slot holds the last string that fell on it. Threads that meet there lose a repetition, nothing else.
    private readonly string?[] _last = new string?[Slots];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest || !Ascii.IsValid(reader.ValueSpan))
            return reader.GetString();
        ref var last = ref _last[Slot(reader.ValueSpan)];
        return last is { } known && Ascii.Equals(reader.ValueSpan, known) ? known : last = reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static int Slot(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return hash.ToHashCode() & (Slots - 1);
    }
}
