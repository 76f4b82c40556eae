namespace SignBridge.Onnx;

/// <summary>A node of a graph and the execution provider that runs it.</summary>
/// <param name="Provider">As ONNX Runtime names it, such as <c>CPUExecutionProvider</c>.</param>
/// <param name="Operator">The type of the operator.</param>
/// <param name="Name">The node's name; may be empty.</param>
internal sealed record AssignedNode(string Provider, string Operator, string Name);
