namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>The edit distance of TER: unit costs, in a beam around the diagonal. Rows of words that did not change since the last call are kept.</summary>
internal sealed class BeamEditDistance
{
    private const int BeamWidth = 25;
    private const int Infinity = 1 << 29;

    private int[] _costs = [];
    private EditOperation[] _operations = [];
    private int[] _reference = [];
    private int[] _hypothesis = [];
    private int _known;
    private int _columns;
    private int _rows;

    /// <summary>Begins a pair.</summary>
    public void Begin(ReadOnlySpan<int> reference, int hypothesisLength)
    {
        (_columns, _rows) = (reference.Length + 1, hypothesisLength + 1);
        if (_costs.Length < _columns * _rows)
            (_costs, _operations) = (new int[2 * _columns * _rows], new EditOperation[2 * _columns * _rows]);
        if (_reference.Length < reference.Length)
            _reference = new int[2 * reference.Length];
        if (_hypothesis.Length < hypothesisLength)
            _hypothesis = new int[2 * hypothesisLength];
        reference.CopyTo(_reference);
        for (var j = 0; j < _columns; j++)
            (_costs[j], _operations[j]) = (j, EditOperation.Insert);
        _known = 0;
    }

    /// <summary>The distance of a hypothesis of the length that was begun with.</summary>
    public int Distance(ReadOnlySpan<int> hypothesis)
    {
        var same = hypothesis.CommonPrefixLength(_hypothesis.AsSpan(0, _known));
        var ratio = hypothesis.Length > 0 ? (double)(_columns - 1) / hypothesis.Length : 1;
        // Where lengths differ so much that the rows' beams would not overlap, it is wider.
        var beam = BeamWidth < ratio / 2 ? (int)Math.Ceiling(ratio / 2 + BeamWidth) : BeamWidth;
        for (var i = same + 1; i <= hypothesis.Length; i++)
        {
            var diagonal = (int)Math.Floor(i * ratio);
            Fill(i, hypothesis[i - 1], Math.Max(0, diagonal - beam), i == hypothesis.Length ? _columns : Math.Min(_columns, diagonal + beam));
        }

        hypothesis.CopyTo(_hypothesis);
        _known = hypothesis.Length;
        return _costs[_rows * _columns - 1];
    }

    /// <summary>The steps of the last hypothesis, first step first.</summary>
    public void Trace(List<EditOperation> steps)
    {
        steps.Clear();
        for (var (i, j) = (_rows - 1, _columns - 1); i > 0 || j > 0;)
        {
            var step = _operations[i * _columns + j];
            steps.Add(step);
            i -= step == EditOperation.Insert ? 0 : 1;
            j -= step == EditOperation.Delete ? 0 : 1;
        }

        steps.Reverse();
    }

    // Of equal costs, sacreBLEU takes keeping or substituting, then deleting, then inserting.
    private void Fill(int i, int word, int first, int end)
    {
        var costs = _costs.AsSpan(i * _columns, _columns);
        var operations = _operations.AsSpan(i * _columns, _columns);
        var above = _costs.AsSpan((i - 1) * _columns, _columns);
        costs.Fill(Infinity);
        operations.Clear();
        for (var j = first; j < end; j++)
        {
            var (cost, operation) = (above[j] + 1, EditOperation.Delete);
            if (j > 0)
            {
                var isSame = word == _reference[j - 1];
                var diagonal = above[j - 1] + (isSame ? 0 : 1);
                if (diagonal <= cost)
                    (cost, operation) = (diagonal, isSame ? EditOperation.Keep : EditOperation.Substitute);
                if (costs[j - 1] + 1 < cost)
                    (cost, operation) = (costs[j - 1] + 1, EditOperation.Insert);
            }

            if (cost < Infinity)
                (costs[j], operations[j]) = (cost, operation);
        }
    }
}
