namespace SignBridge.Cli;

/// <summary>Writes results in one format, each as soon as it is there; disposal ends the output and leaves its stream open.</summary>
internal interface IResultWriter : IDisposable
{
    /// <summary>Writes the result of an input.</summary>
    void Write(TranslationResult result);

    /// <summary>Writes what stands for an input that failed; formats without room for it write nothing.</summary>
    void WriteFailure(string input, string error);
}
