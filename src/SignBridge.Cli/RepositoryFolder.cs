namespace SignBridge.Cli;

/// <summary>Finds what ships beside the program's sources: the program runs from a folder below the repository.</summary>
internal static class RepositoryFolder
{
    /// <exception cref="SignBridgeException">It is in no folder above the program (<see cref="FailureKind.Input"/>).</exception>
    public static string Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relativePath);
            if (Path.Exists(candidate))
                return candidate;
        }

        throw new SignBridgeException(FailureKind.Input, $"'{relativePath}' was not found above '{AppContext.BaseDirectory}'; run the program from a clone of the repository.");
    }
}
