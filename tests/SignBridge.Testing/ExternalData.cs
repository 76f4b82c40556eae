namespace SignBridge.Testing;

/// <summary>Real clips and what was derived from them: not in the repository, used where the environment points at them.</summary>
public static class ExternalData
{
    /// <summary>Says in a skipped test what it needs.</summary>
    public const string Reason = "needs real clips: point SIGNBRIDGE_DATA (with popsign/) and SIGNBRIDGE_GOLDEN (with pose/) at them";

    /// <summary>The folder of the 250 PopSign clips with labels.csv, or null.</summary>
    public static string? PopSign => Folder("SIGNBRIDGE_DATA", "popsign");

    /// <summary>The folder of MediaPipe's poses of some of those clips, or null.</summary>
    public static string? GoldenPose => Folder("SIGNBRIDGE_GOLDEN", "pose");

    private static string? Folder(string variable, string name)
    {
        var root = Environment.GetEnvironmentVariable(variable);
        return !string.IsNullOrEmpty(root) && Path.Combine(root, name) is var folder && Directory.Exists(folder) ? folder : null;
    }
}
