using SignBridge.Pose.Files;

namespace SignBridge.Cli;

/// <summary>An input that can be read more than once: the standard input is kept in a temporary file until disposal.</summary>
internal sealed class ClipFile : IDisposable
{
    /// <summary>How the user names the standard input.</summary>
    public const string StandardInput = "-";

    private readonly bool _temporary;

    private ClipFile(string path, bool isPose, bool temporary)
    {
        Path = path;
        IsPose = isPose;
        _temporary = temporary;
    }

    public string Path { get; }

    public bool IsPose { get; }

    /// <summary>Whether an input is certainly a <c>.pose</c> file, by its name.</summary>
    public static bool IsPoseFile(string input) => System.IO.Path.GetExtension(input).Equals(".pose", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="SignBridgeException">The standard input cannot be kept (<see cref="FailureKind.Input"/>).</exception>
    public static ClipFile Open(string input)
    {
        if (input != StandardInput)
            return new ClipFile(input, IsPoseFile(input), temporary: false);

        try
        {
            var path = System.IO.Path.GetTempFileName();
            using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            using (var standardInput = Console.OpenStandardInput())
                standardInput.CopyTo(file);
            return new ClipFile(path, StartsAsPose(file), temporary: true);
        }
        catch (IOException e)
        {
            throw new SignBridgeException(FailureKind.Input, $"The standard input cannot be kept in '{System.IO.Path.GetTempPath()}' ({e.Message.TrimEnd('.')}); make room there or give a file.", e);
        }
    }

    /// <summary>A message in which the user reads what they named, not the temporary file.</summary>
    public string Describe(string message) => _temporary ? message.Replace(Path, "standard input", StringComparison.Ordinal) : message;

    public void Dispose()
    {
        if (_temporary)
            File.Delete(Path);
    }

    private static bool StartsAsPose(FileStream file)
    {
        Span<byte> start = stackalloc byte[sizeof(float)];
        file.Position = 0;
        return PoseFileReader.StartsAsPose(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }
}
