using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SignBridge.Onnx;

/// <summary>Asks a session which execution provider each node was assigned to.</summary>
/// <remarks>
/// The C API has it since 1.24 (<c>Session_GetEpGraphAssignmentInfo</c> in <c>onnxruntime_c_api.h</c>). The managed binding declares the
/// functions in its table but offers no method for them, so they are called here; the table's layout is the binding's own. The nodes are
/// those after the basic optimisations: before operators are fused and copies between devices are put in.
/// </remarks>
internal static unsafe partial class GraphAssignment
{
    /// <summary>The session configuration entry without which ONNX Runtime records nothing.</summary>
    public const string ConfigEntry = "session.record_ep_graph_assignment_info";

    private const uint ApiVersion = 24;

    private static readonly OrtApi Api = LoadApi();

    /// <summary>The nodes of a session that was created with <see cref="ConfigEntry"/> set to 1.</summary>
    /// <exception cref="InvalidOperationException">The session records nothing.</exception>
    public static IReadOnlyList<AssignedNode> Of(InferenceSession session)
    {
        var result = new List<AssignedNode>();
        nint* subgraphs;
        nuint count;
        Check(((delegate* unmanaged<nint, nint**, nuint*, nint>)Api.Session_GetEpGraphAssignmentInfo)(HandleOf(session), &subgraphs, &count));
        for (nuint i = 0; i < count; i++)
        {
            var provider = Text(Api.EpAssignedSubgraph_GetEpName, subgraphs[i]);
            nint* nodes;
            nuint nodeCount;
            Check(((delegate* unmanaged<nint, nint**, nuint*, nint>)Api.EpAssignedSubgraph_GetNodes)(subgraphs[i], &nodes, &nodeCount));
            for (nuint j = 0; j < nodeCount; j++)
                result.Add(new AssignedNode(provider, Text(Api.EpAssignedNode_GetOperatorType, nodes[j]), Text(Api.EpAssignedNode_GetName, nodes[j])));
        }

        // The session owns every string and array above.
        GC.KeepAlive(session);
        return result;
    }

    private static string Text(nint getter, nint owner)
    {
        nint text;
        Check(((delegate* unmanaged<nint, nint*, nint>)getter)(owner, &text));
        return Marshal.PtrToStringUTF8(text) ?? "";
    }

    private static void Check(nint status)
    {
        if (status == 0)
            return;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)Api.GetErrorMessage)(status));
        ((delegate* unmanaged<nint, void>)Api.ReleaseStatus)(status);
        throw new InvalidOperationException(message);
    }

    private static OrtApi LoadApi()
    {
        var @base = Marshal.PtrToStructure<OrtApiBase>(OrtGetApiBase());
        return Marshal.PtrToStructure<OrtApi>(((delegate* unmanaged<uint, nint>)@base.GetApi)(ApiVersion));
    }

    [LibraryImport("onnxruntime")]
    private static partial nint OrtGetApiBase();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern nint HandleOf(InferenceSession session);
}
