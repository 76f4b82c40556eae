using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

/// <summary>
/// Microsoft.ML.OnnxRuntime and Microsoft.ML.OnnxRuntime.Gpu.Linux both carry a libonnxruntime.so: where one output gets both,
/// the one that is copied last wins, and the GPU may be lost without a word.
/// </summary>
public sealed class PackageGraphTests
{
    private const string CpuPackage = "Microsoft.ML.OnnxRuntime";
    private const string CudaPackage = "Microsoft.ML.OnnxRuntime.Gpu.Linux";

    [Theory]
    [InlineData("cpu", CpuPackage, CudaPackage)]
    [InlineData("cuda", CudaPackage, CpuPackage)]
    public void Restore_OfAFlavour_BringsOneOnnxRuntime(string flavour, string expected, string excluded)
    {
        var restored = Path.Combine(Repository.Root, "artifacts", flavour, "obj");
        string[] assets = Directory.Exists(restored) ? Directory.GetFiles(restored, "project.assets.json", SearchOption.AllDirectories) : [];
        Assert.SkipWhen(assets.Length == 0, $"the {flavour} flavour was not restored here: dotnet restore -p:Flavour={flavour}");

        var packages = assets.ToDictionary(path => path, Packages);

        Assert.All(packages, project => Assert.DoesNotContain(excluded, project.Value));
        Assert.Contains(packages, project => project.Value.Contains(expected));
    }

    [Fact]
    public void Output_OfThisBuild_HoldsNativesOfLinuxOnce()
    {
        string[] endings = [".dylib", ".aar", ".zip", ".lib"];
        var files = Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories);

        Assert.Single(files, file => Path.GetFileName(file) == "libonnxruntime.so");
        Assert.DoesNotContain(files, file => Path.GetFileName(file).StartsWith("onnxruntime", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => endings.Contains(Path.GetExtension(file)));
    }

    private static HashSet<string> Packages(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        return [.. document.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])];
    }
}
