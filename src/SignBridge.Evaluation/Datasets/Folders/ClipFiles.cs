namespace SignBridge.Evaluation.Datasets;

/// <summary>Lists the clips of a folder.</summary>
internal static class ClipFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".avi", ".flv", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".parquet", ".pose", ".ts", ".webm", ".wmv",
    };

    /// <summary>The videos and files of poses directly in a folder, in ordinal order.</summary>
    /// <exception cref="SignBridgeException">The folder cannot be read (<see cref="FailureKind.Input"/>).</exception>
    public static IReadOnlyList<string> In(string folder) => List(folder, () => Directory.EnumerateFiles(folder).Where(IsClip));

    /// <summary>The same for a look at a path of which nothing is known: none where it is no folder or cannot be read.</summary>
    public static IReadOnlyList<string> LookIn(string path)
    {
        try
        {
            return Directory.Exists(path) ? In(path) : [];
        }
        catch (SignBridgeException)
        {
            return [];
        }
    }

    /// <summary>The folders directly in a folder, in ordinal order.</summary>
    /// <exception cref="SignBridgeException">The folder cannot be read (<see cref="FailureKind.Input"/>).</exception>
    public static IReadOnlyList<string> FoldersIn(string folder) =>
        List(folder, () => Directory.EnumerateDirectories(folder).Where(f => Path.GetFileName(f)[0] != '.'));

    /// <summary>Whether a name is that of a video or a file of poses.</summary>
    public static bool IsClip(string file) => Extensions.Contains(Path.GetExtension(file)) && Path.GetFileName(file)[0] != '.';

    private static string[] List(string folder, Func<IEnumerable<string>> entries)
    {
        try
        {
            return [.. entries().Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"The folder '{folder}' cannot be read ({e.Message.TrimEnd('.')}); name one that you may read.", e);
        }
    }
}
