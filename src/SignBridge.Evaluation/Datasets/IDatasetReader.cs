namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a data set in the layout in which it is distributed.</summary>
public interface IDatasetReader
{
    /// <summary>What <c>--dataset</c> calls the layout, for example <c>phoenix-2014</c>.</summary>
    string Name { get; }

    /// <summary>Whether a file or folder has this layout; cheap, and false where two layouts cannot be told apart.</summary>
    bool Recognises(string path);

    /// <summary>Lists the samples in the order of the data set, row by row: a data set may be larger than memory.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="SignBridgeException">The layout is not this one or a needed column is missing (<see cref="FailureKind.Input"/>).</exception>
    IEnumerable<DatasetEntry> Read(string path);
}
