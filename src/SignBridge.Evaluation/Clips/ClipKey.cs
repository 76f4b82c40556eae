using System.Security.Cryptography;
using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Clips;

/// <summary>Names what poses depend on: the content of the video, the part of it, and how the poses are made.</summary>
internal static class ClipKey
{
    /// <param name="media">The sample's.</param>
    /// <param name="extraction">How the poses are made.</param>
    /// <param name="content">What <see cref="ContentOf"/> says of it.</param>
    /// <returns>A sha256 in lower-case hexadecimal.</returns>
    public static string Of(SampleMedia media, string extraction, string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"{extraction}\n{media.Start?.Ticks}\n{media.End?.Ticks}\n{media.ImagesPerSecond}\n{content}"))));

    /// <summary>The sha256 of a file, or of the names and contents of the images of a folder.</summary>
    /// <exception cref="SignBridgeException">It cannot be read (<see cref="FailureKind.Input"/>).</exception>
    public static string ContentOf(string path)
    {
        try
        {
            if (!Directory.Exists(path))
                return HashOf(path);
            var images = Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(image => $"{HashOf(image)} {Path.GetFileName(image)}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', images))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{path}' cannot be read ({e.Message.TrimEnd('.')}); check the path.", e);
        }
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
