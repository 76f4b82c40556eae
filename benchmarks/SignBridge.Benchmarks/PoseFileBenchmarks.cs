using BenchmarkDotNet.Attributes;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Benchmarks;

/// <summary>Reading and writing a <c>.pose</c> file of 89 frames with body, hands and face, in memory.</summary>
[MemoryDiagnoser]
public class PoseFileBenchmarks
{
    private readonly MemoryStream _written = new();
    private byte[] _file = [];
    private PoseSequence? _poses;

    [GlobalSetup]
    public void Load()
    {
        _file = File.ReadAllBytes(Path.Combine(Repository.Samples, "where-dog.pose"));
        _poses = Read();
    }

    [Benchmark]
    public PoseSequence Read() => PoseFileReader.Read(new MemoryStream(_file), "where-dog.pose");

    [Benchmark]
    public long Write()
    {
        _written.SetLength(0);
        PoseFileWriter.Write(_written, _poses!);
        return _written.Length;
    }
}
