using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>ONNX Runtime's environment of the process. Nothing else of ONNX Runtime is touched before it: from 1.29 on the official Linux builds
/// send what they run, on what and for how long to Microsoft unless they are told not to before they start, and keep the number of the
/// installation in the user's cache.</summary>
public static class OnnxEnvironment
{
    // The switch of onnxruntime/core/platform/posix/telemetry; OrtEnv.DisableTelemetryEvents comes after the first event.
    private const string TelemetrySwitch = "ORT_DISABLE_TELEMETRY";

    static OnnxEnvironment() => SwitchTelemetryOff();

    /// <summary>The version of ONNX Runtime.</summary>
    public static string Version => Instance.GetVersionString();

    /// <summary>The environment.</summary>
    internal static OrtEnv Instance => OrtEnv.Instance();

    // Environment.SetEnvironmentVariable changes .NET's copy only, which native code does not see.
    private static void SwitchTelemetryOff()
    {
        if (!OperatingSystem.IsWindows())
            _ = setenv(TelemetrySwitch, "1", overwrite: 1);
    }

    [DllImport("libc", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setenv([MarshalAs(UnmanagedType.LPStr)] string name, [MarshalAs(UnmanagedType.LPStr)] string value, int overwrite);
}
