using System.Numerics.Tensors;
using System.Text.Json;

namespace SignBridge.Recognition;

/// <summary>A taught sign as a JSON file: its name, its recogniser and the embeddings of its examples; no video and no landmarks.</summary>
public static class EnrolledSignFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file's content, one line.</summary>
    public static byte[] Write(EnrolledSign sign) => [.. JsonSerializer.SerializeToUtf8Bytes(sign, Format), (byte)'\n'];

    /// <summary>Reads a file for a recogniser.</summary>
    /// <exception cref="SignBridgeException">It does not exist (<see cref="FailureKind.Input"/>), cannot be read, is no taught sign or one of another recogniser (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSign Read(string path, SignRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        EnrolledSign.RequireTeachable(recognizer);
        var sign = Read(path);
        sign.RequireTaughtTo(recognizer.Identity, path);
        return sign.Examples[0].Length == recognizer.EmbeddingSize
            ? sign
            : throw Damaged(path, FormattableString.Invariant($"expected examples of {recognizer.EmbeddingSize} numbers"), null);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SignBridgeException">It does not exist (<see cref="FailureKind.Input"/>), cannot be read or is no taught sign (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSign Read(string path)
    {
        try
        {
            var sign = JsonSerializer.Deserialize<EnrolledSign>(File.ReadAllBytes(path), Format);
            return sign is not null && SignName.IsValid(sign.Name) && AreEmbeddings(sign.Examples)
                ? sign
                : throw Damaged(path, "expected a name and examples of one size, all numbers", null);
        }
        catch (JsonException e)
        {
            throw Damaged(path, e.Message.TrimEnd('.'), e);
        }
        catch (FileNotFoundException e)
        {
            throw new SignBridgeException(FailureKind.Input, $"The taught sign '{path}' does not exist; check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Model, $"The taught sign '{path}' cannot be read ({e.Message.TrimEnd('.')}); give it back to its owner or remove it.", e);
        }
    }

    // Norms from zero or infinity would make every similarity NaN.
    private static bool AreEmbeddings(IReadOnlyList<float[]> examples) =>
        examples.Count > 0 && examples.All(e => e is not null && e.Length == examples[0].Length && TensorPrimitives.Norm<float>(e) is > 0 and < float.PositiveInfinity);

    private static SignBridgeException Damaged(string path, string reason, Exception? cause) => new(
        FailureKind.Model, $"The file '{path}' is not a taught sign ({reason}); remove it and teach the sign again.", cause);
}
