using System.Security.Cryptography;
using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Clips;

/// <summary>Names what poses depend on: the content of the video, the part of it, and how the poses are made.</summary>
internal static class ClipKey
{
    /// <returns>A sha256 in lower-case hexadecimal.</returns>
    /// <exception cref="SignBridgeException">The media cannot be read (<see cref="FailureKind.Input"/>).</exception>
    public static string Of(SampleMedia media, string extraction)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(FormattableString.Invariant($"{extraction}\n{media.Start?.Ticks}\n{media.End?.Ticks}\n{media.ImagesPerSecond}\n"));
        try
        {
            string[] files = Directory.Exists(media.Path) ? [.. Directory.EnumerateFiles(media.Path).Order(StringComparer.Ordinal)] : [media.Path];
            foreach (var file in files)
            {
                if (file != media.Path)
                    Add(Path.GetFileName(file) + '\n');
                Append(hash, file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{media.Path}' cannot be read ({e.Message.TrimEnd('.')}); check the path.", e);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static void Append(IncrementalHash hash, string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        for (int read; (read = file.Read(buffer)) > 0;)
            hash.AppendData(buffer, 0, read);
    }
}
