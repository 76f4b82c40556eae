namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>Which words of a hypothesis are wrong and with which of its words those of the reference are aligned.</summary>
internal sealed class ShiftAlignment
{
    private readonly List<EditOperation> _steps = [];
    private readonly List<int> _aligned = [];

    // Sums of the errors before each word.
    private readonly List<int> _hypothesisErrors = [];
    private readonly List<int> _referenceErrors = [];

    /// <summary>Reads the alignment of the last hypothesis.</summary>
    public void Read(BeamEditDistance distance)
    {
        distance.Trace(_steps);
        _aligned.Clear();
        Begin(_hypothesisErrors);
        Begin(_referenceErrors);
        var word = -1;
        foreach (var step in _steps)
        {
            var error = step == EditOperation.Keep ? 0 : 1;
            if (step != EditOperation.Insert)
            {
                word++;
                _hypothesisErrors.Add(_hypothesisErrors[^1] + error);
            }

            if (step != EditOperation.Delete)
            {
                _aligned.Add(word);
                _referenceErrors.Add(_referenceErrors[^1] + error);
            }
        }
    }

    /// <summary>The word of the hypothesis with which a word of the reference is aligned, or behind which it is missing; -1 before the first.</summary>
    public int AlignedWord(int place) => _aligned[place];

    /// <summary>Whether a phrase of the hypothesis has errors, its place in the reference has some, too, and is not aligned with the phrase
    /// itself.</summary>
    public bool IsShiftSensible(int start, int place, int length) =>
        _hypothesisErrors[start + length] > _hypothesisErrors[start] && _referenceErrors[place + length] > _referenceErrors[place]
        && (_aligned[place] < start || _aligned[place] >= start + length);

    private static void Begin(List<int> sums)
    {
        sums.Clear();
        sums.Add(0);
    }
}
