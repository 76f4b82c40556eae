using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>ONNX Runtime's messages inside of one sentence.</summary>
internal static class OnnxFailure
{
    /// <summary>The first line of the message; what follows is a native stack.</summary>
    public static string FirstLine(this OnnxRuntimeException failure) => failure.Message.Split('\n')[0].Trim();
}
