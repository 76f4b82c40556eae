namespace SignBridge.Onnx.Tests;

public sealed class ProviderProbeTests
{
    /// <summary>The graph that a card has to compute, here on the CPU.</summary>
    [Fact]
    public void FailureOn_TheCpu_IsNone() => Assert.Null(ProviderProbe.FailureOn(DeviceRequest.Cpu));

    [Fact]
    public void LibraryIn_MessageOfTheLoader_NamesTheDependency()
    {
        const string Message =
            """
            Unable to load shared library 'libonnxruntime_providers_cuda.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace. If you're using glibc, consider setting the LD_DEBUG environment variable:
            libcublasLt.so.13: cannot open shared object file: No such file or directory
            /tmp/program/libonnxruntime_providers_cuda.so.so: cannot open shared object file: No such file or directory
            libonnxruntime_providers_cuda.so: cannot open shared object file: No such file or directory
            """;

        Assert.Equal("libcublasLt.so.13", ProviderProbe.LibraryIn(Message));
    }

    /// <summary>What the loader says where the libraries of CUDA are there: then ONNX Runtime has to try.</summary>
    [Fact]
    public void LibraryIn_NothingButASymbolMissing_IsNull()
    {
        const string Message =
            """
            Unable to load shared library 'libonnxruntime_providers_cuda.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace.
            /program/libonnxruntime_providers_cuda.so: undefined symbol: Provider_GetHost
            /usr/share/dotnet/libonnxruntime_providers_cuda.so: cannot open shared object file: No such file or directory
            /program/liblibonnxruntime_providers_cuda.so: cannot open shared object file: No such file or directory
            /program/libonnxruntime_providers_cuda.so.so: cannot open shared object file: No such file or directory
            """;

        Assert.Null(ProviderProbe.LibraryIn(Message));
    }

    [Fact]
    public void LibraryIn_OnlyTheProviderMissing_IsNull() =>
        Assert.Null(ProviderProbe.LibraryIn("/x/libonnxruntime_providers_cuda.so: cannot open shared object file: No such file or directory"));
}
