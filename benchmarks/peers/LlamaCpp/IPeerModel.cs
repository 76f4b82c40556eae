namespace SignBridge.Peers;

/// <summary>A language model that decodes greedily.</summary>
internal interface IPeerModel : IDisposable
{
    /// <summary>What it is and how many threads it uses.</summary>
    string Name { get; }

    /// <summary>Reads a prompt.</summary>
    /// <returns>The first token of the answer.</returns>
    int Start(int[] prompt);

    /// <summary>Appends a token.</summary>
    /// <returns>The token after it.</returns>
    int Next(int token);
}
