namespace SignBridge.Testing;

/// <summary>Where the repository's own files lie.</summary>
public static class Repository
{
    /// <summary>The folder of SignBridge.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped model packages.</summary>
    public static string Models => Path.Combine(Root, "models");

    /// <summary>The shipped sample videos and poses.</summary>
    public static string Samples => Path.Combine(Root, "data", "samples");

    /// <summary>A committed golden file, for example <c>Golden("recognition", "cases.json")</c>.</summary>
    public static string Golden(params string[] path) => Path.Combine([Root, "tests", "golden", .. path]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SignBridge.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No SignBridge.sln above '{AppContext.BaseDirectory}': run the tests from a clone.");
    }
}
