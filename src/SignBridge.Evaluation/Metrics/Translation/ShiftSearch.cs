namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>Counts the edits of TER: shifts of phrases that the reference has elsewhere, one after the other, each the one that saves most, until none
/// saves anything; then insertions, deletions and substitutions. Limits and the order of preference are those of sacreBLEU 2.6.0, after
/// Tercom.</summary>
internal sealed class ShiftSearch
{
    private const int MaxLength = 10;
    private const int MaxDistance = 50;
    private const int MaxCandidates = 1000;

    [ThreadStatic]
    private static ShiftSearch? _current;

    private readonly BeamEditDistance _distance = new();
    private readonly ShiftAlignment _alignment = new();
    private int[] _words = [];
    private int[] _shifted = [];
    private int[] _best = [];
    private int _candidates;

    /// <summary>The one of this thread.</summary>
    public static ShiftSearch Current => _current ??= new ShiftSearch();

    public int CountEdits(ReadOnlySpan<int> hypothesis, ReadOnlySpan<int> reference)
    {
        if (reference.Length == 0)
            return hypothesis.Length;
        if (_words.Length < hypothesis.Length)
            (_words, _shifted, _best) = (new int[2 * hypothesis.Length], new int[2 * hypothesis.Length], new int[2 * hypothesis.Length]);
        hypothesis.CopyTo(_words);
        _distance.Begin(reference, hypothesis.Length);
        _candidates = 0;
        for (var shifts = 0; ; shifts++)
        {
            var words = _words.AsSpan(0, hypothesis.Length);
            var distance = _distance.Distance(words);
            // A shift cannot pay where nothing is wrong. Once too many were tried, the last one found is not made.
            if (distance == 0 || !FindShift(words, reference, distance) || _candidates >= MaxCandidates)
                return shifts + distance;
            (_words, _best) = (_best, _words);
        }
    }

    // Whether there is a shift that saves an edit; it is in _best.
    private bool FindShift(ReadOnlySpan<int> words, ReadOnlySpan<int> reference, int distance)
    {
        _alignment.Read(_distance);
        var best = (Saved: 0, Length: 0, Start: 0, Target: 0);
        for (var start = 0; start < words.Length; start++)
        {
            var last = Math.Min(reference.Length - 1, start + MaxDistance);
            for (var place = Math.Max(0, start - MaxDistance); place <= last; place++)
            {
                for (var length = 1; IsMatch(words, reference, start, place, length); length++)
                {
                    if (_alignment.IsShiftSensible(start, place, length))
                        TryTargets(words, distance, (start, place, length), ref best);
                    if (_candidates >= MaxCandidates)
                        return best.Saved > 0;
                }
            }
        }

        return best.Saved > 0;
    }

    private static bool IsMatch(ReadOnlySpan<int> words, ReadOnlySpan<int> reference, int start, int place, int length) =>
        length <= MaxLength && start + length <= words.Length && place + length <= reference.Length && words[start + length - 1] == reference[place + length - 1];

    // The phrase may go behind each word with which one of the reference's words before or in its place is aligned.
    private void TryTargets(ReadOnlySpan<int> words, int distance, (int Start, int Place, int Length) phrase, ref (int Saved, int Length, int Start, int Target) best)
    {
        var (start, place, length) = phrase;
        var previous = -1;
        for (var offset = -1; offset < length; offset++)
        {
            var target = place + offset < 0 ? 0 : _alignment.AlignedWord(place + offset) + 1;
            if (target == previous)
                continue;
            previous = target;
            var shifted = _shifted.AsSpan(0, words.Length);
            Shift(words, start, length, target, shifted);
            _candidates++;
            var candidate = (Saved: distance - _distance.Distance(shifted), length, start, target);
            // What saves most; then the longest, the first, and the one that goes to the front.
            if (candidate.Saved > 0 && (candidate.Saved, length, -start, -target).CompareTo((best.Saved, best.Length, -best.Start, -best.Target)) > 0)
            {
                best = candidate;
                (_shifted, _best) = (_best, _shifted);
            }
        }
    }

    private static void Shift(ReadOnlySpan<int> words, int start, int length, int target, Span<int> shifted)
    {
        var phrase = words.Slice(start, length);
        // A target within the phrase is counted from its end, as in sacreBLEU.
        var end = target < start ? target : target > start + length ? target - length : Math.Min(target, words.Length - length);
        words[..start].CopyTo(shifted);
        words[(start + length)..].CopyTo(shifted[start..]);
        var rest = words.Length - length;
        shifted[end..rest].CopyTo(shifted[(end + length)..]);
        phrase.CopyTo(shifted[end..]);
    }
}
