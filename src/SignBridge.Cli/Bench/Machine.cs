using System.Reflection;
using System.Runtime.InteropServices;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary>What a measurement was made on and with.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">Those this process may use.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Runtime">.NET.</param>
/// <param name="OnnxRuntime">Version of ONNX Runtime.</param>
/// <param name="SignBridge">Version of the program.</param>
/// <param name="Commit">The commit that it was built from, as far as the build knew one; changes on top of it are not seen.</param>
internal sealed record Machine(string Processor, int Cores, string System, string Runtime, string OnnxRuntime, string SignBridge, string? Commit)
{
    public static Machine This()
    {
        var version = typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');
        return new Machine(
            DoctorCommand.Processor(),
            Environment.ProcessorCount,
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}",
            RuntimeInformation.FrameworkDescription,
            OnnxEnvironment.Version,
            version[0],
            version.Length > 1 ? version[1] : null);
    }
}
