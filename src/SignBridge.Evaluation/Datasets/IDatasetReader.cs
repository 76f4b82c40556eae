namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a data set in the layout in which it is distributed.</summary>
public interface IDatasetReader
{
    /// <summary>What <c>--dataset</c> calls the layout, for example <c>phoenix-2014</c>.</summary>
    string Name { get; }

    /// <summary>What a path must hold to have the layout, for a message: "a folder with …".</summary>
    string Layout { get; }

    /// <summary>Whether a file or folder has this layout; cheap, and never throws.</summary>
    bool Recognises(string path);

    /// <summary>Lists the samples in the order of the data set, row by row: a data set may be larger than memory.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="SignBridgeException">The layout is not this one or a needed column is missing (<see cref="FailureKind.Input"/>);
    /// thrown at the latest when the first entry is asked for.</exception>
    IEnumerable<DatasetEntry> Read(string path);
}
