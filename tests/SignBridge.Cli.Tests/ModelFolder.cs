using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>The shipped models by links, so that one file can be damaged without a copy of all.</summary>
internal static class ModelFolder
{
    /// <summary>Links every file; <see cref="Replace"/> then puts others in their place.</summary>
    public static void Link(string folder)
    {
        foreach (var package in Directory.EnumerateDirectories(Repository.Models).Where(d => File.Exists(Path.Combine(d, "card.json"))))
        {
            var target = Path.Combine(folder, Path.GetFileName(package));
            Directory.CreateDirectory(target);
            foreach (var file in Directory.EnumerateFiles(package))
                File.CreateSymbolicLink(Path.Combine(target, Path.GetFileName(file)), file);
        }
    }

    /// <summary>Puts content in the place of a link; the file that it points to stays as it is.</summary>
    public static void Replace(string path, Func<byte[], byte[]> change)
    {
        var content = change(File.ReadAllBytes(path));
        File.Delete(path);
        File.WriteAllBytes(path, content);
    }
}
