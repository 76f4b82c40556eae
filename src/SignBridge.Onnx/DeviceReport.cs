namespace SignBridge.Onnx;

/// <summary>Which device was asked for, which one runs, and why they differ.</summary>
/// <param name="Requested">As the user wrote it.</param>
/// <param name="Actual"><c>cpu</c>, <c>cuda:N</c> or <c>tensorrt:N</c>.</param>
/// <param name="Reason">Why the CPU runs where CUDA was possible by the request; null where nothing fell back.</param>
public sealed record DeviceReport(string Requested, string Actual, string? Reason);
