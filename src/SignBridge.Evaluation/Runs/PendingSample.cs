using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Runs;

/// <summary>A sample of which results are missing.</summary>
/// <param name="Index">Its place in the data set, from 0.</param>
/// <param name="Sample">The sample.</param>
/// <param name="Conditions">The conditions under which it is still to be read, as <see cref="SampleResult.Condition"/> writes them.</param>
internal sealed record PendingSample(int Index, Sample Sample, IReadOnlyList<string> Conditions);
