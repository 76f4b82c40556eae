[assembly: AssemblyFixture(typeof(SignBridge.Web.Tests.TemporaryFolder))]

namespace SignBridge.Web.Tests;

/// <summary>Temporary files of these tests alone, so that one that is left behind is seen.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("web-tests-");

    public TemporaryFolder() => Environment.SetEnvironmentVariable(Variable, _folder.FullName);

    /// <summary>The files that are there.</summary>
    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(f => f.Name);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Delete(recursive: true);
    }
}
