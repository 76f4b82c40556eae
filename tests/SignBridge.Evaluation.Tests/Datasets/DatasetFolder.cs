using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

/// <summary>A miniature of a data set, in a folder of a test's own that is deleted after it.</summary>
public sealed class DatasetFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("signbridge-dataset-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a text file, its lines ended as on Unix.</summary>
    public string Write(string name, params string[] lines) => WriteBytes(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));

    public string WriteBytes(string name, params byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>Makes files that are there and hold nothing.</summary>
    public void Touch(params string[] names)
    {
        foreach (var name in names)
            WriteBytes(name);
    }

    /// <summary>The samples of a data set in which every row can be used.</summary>
    public List<Sample> Samples(IDatasetReader reader, string name = "")
    {
        var entries = reader.Read(this[name]).ToList();
        Assert.Empty(entries.Where(e => e.Problem is not null).Select(e => e.Problem!.Message));
        return entries.ConvertAll(e => e.Sample!);
    }

    /// <summary>What is wrong with the rows of a data set: the code, and the place in the folder.</summary>
    public List<string> Problems(IDatasetReader reader, string name = "") =>
        [.. reader.Read(this[name]).Where(e => e.Problem is not null).Select(e => $"{e.Problem!.Code} {System.IO.Path.GetRelativePath(Path, e.Problem.Place)}")];
}
