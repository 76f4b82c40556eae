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
        return Fitting(Read(path), path, recognizer);
    }

    /// <summary>Takes the content of a file for a recogniser.</summary>
    /// <param name="content">What <see cref="Write"/> gave, perhaps elsewhere.</param>
    /// <param name="called">What messages call it.</param>
    /// <param name="recognizer">Which is to recognise it.</param>
    /// <exception cref="SignBridgeException">It is no taught sign or one of another recogniser (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSign Parse(ReadOnlySpan<byte> content, string called, SignRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        EnrolledSign.RequireTeachable(recognizer);
        return Fitting(Parse(content, called), called, recognizer);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SignBridgeException">It does not exist (<see cref="FailureKind.Input"/>), cannot be read or is no taught sign (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSign Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
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

    private static EnrolledSign Parse(ReadOnlySpan<byte> content, string called)
    {
        try
        {
            var sign = JsonSerializer.Deserialize<EnrolledSign>(content, Format);
            return sign is not null && SignName.IsValid(sign.Name) && AreEmbeddings(sign.Examples)
                ? sign
                : throw Damaged(called, "expected a name and examples of one size, all numbers", null);
        }
        catch (JsonException e)
        {
            throw Damaged(called, e.Message.TrimEnd('.'), e);
        }
    }

    private static EnrolledSign Fitting(EnrolledSign sign, string called, SignRecognizer recognizer)
    {
        sign.RequireTaughtTo(recognizer.Identity, called);
        return sign.Examples[0].Length == recognizer.EmbeddingSize
            ? sign
            : throw Damaged(called, FormattableString.Invariant($"expected examples of {recognizer.EmbeddingSize} numbers"), null);
    }

    // Norms from zero or infinity would make every similarity NaN.
    private static bool AreEmbeddings(IReadOnlyList<float[]> examples) =>
        examples.Count > 0 && examples.All(e => e is not null && e.Length == examples[0].Length && TensorPrimitives.Norm<float>(e) is > 0 and < float.PositiveInfinity);

    private static SignBridgeException Damaged(string path, string reason, Exception? cause) => new(
        FailureKind.Model, $"The file '{path}' is not a taught sign ({reason}); remove it and teach the sign again.", cause);
}
