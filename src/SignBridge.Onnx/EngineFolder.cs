using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SignBridge.Onnx;

/// <summary>Where TensorRT keeps what it compiled: a folder of each graph file under the user's caches (XDG Base Directory).</summary>
internal static class EngineFolder
{
    /// <summary>The folder of a graph file; another one after the file was replaced.</summary>
    public static string Of(string path)
    {
        var file = new FileInfo(path);
        var state = string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\n{(file.Exists ? file.Length : 0)}\n{file.LastWriteTimeUtc.Ticks}");
        var name = $"{file.Directory!.Name}-{Path.GetFileNameWithoutExtension(path)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16]}";
        return Path.Combine(Root, "signbridge", "tensorrt", name);
    }

    private static string Root => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
