namespace SignBridge.Recognition;

/// <summary>CTC prefix beam search: finds the label sequences of highest probability, each summed over its alignments.</summary>
/// <remarks>
/// <para>After A. Graves, "Sequence Transduction with Recurrent Neural Networks" (2012) and A. Hannun et al., "First-Pass Large Vocabulary
/// Continuous Speech Recognition using Bi-Directional Recurrent DNNs" (2014). Beside the sum, each prefix carries its best alignment, from
/// which the time stamps come.</para>
/// <para>Steps are fed one by one, so a live stream and a file take the same path. Not thread-safe: one search a stream.
/// A step allocates nothing but the nodes of new prefixes, at most <c>width</c> of them; <see cref="Reset"/> frees those.</para>
/// </remarks>
public sealed class CtcBeamSearch
{
    private readonly int _classes;
    private readonly int _blank;
    private readonly PrefixTree _prefixes = new();
    private readonly List<Emission> _emissions = [];
    private readonly Candidate[] _candidates;
    private readonly int[] _parentSlots;
    private readonly int[] _takenBy;
    private Entry[] _beam;
    private Entry[] _stays;
    private Entry[] _next;
    private int _count;

    /// <summary>Creates a search at step 0.</summary>
    /// <param name="classes">Values of a step, blank included.</param>
    /// <param name="blank">Index of the blank.</param>
    /// <param name="width">Prefixes kept after each step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width below 1 or a blank outside of the classes.</exception>
    public CtcBeamSearch(int classes, int blank, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(blank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(blank, classes);
        _classes = classes;
        _blank = blank;
        _beam = new Entry[width];
        _stays = new Entry[width];
        _next = new Entry[width];
        _candidates = new Candidate[width];
        _parentSlots = new int[width];
        _takenBy = new int[classes];
        Reset();
    }

    /// <summary>Steps taken since the start or the last <see cref="Reset"/>.</summary>
    public int Steps { get; private set; }

    /// <summary>Forgets everything, as if newly created.</summary>
    public void Reset()
    {
        Steps = 0;
        _prefixes.Clear();
        _emissions.Clear();
        _count = 1;
        _beam[0] = new Entry(PrefixTree.Root, 0, double.NegativeInfinity, new Alignment(0, -1, -1, -1), Alignment.Impossible);
    }

    /// <summary>Takes one step.</summary>
    /// <param name="logProbs">Natural logarithms of the probabilities of the classes at this step; negative infinity is allowed.</param>
    /// <exception cref="ArgumentException">Not one value for each class, or all of them impossible or NaN.</exception>
    public void Advance(ReadOnlySpan<float> logProbs)
    {
        if (logProbs.Length != _classes)
            throw new ArgumentException($"A step has {_classes} values, not {logProbs.Length}.", nameof(logProbs));
        FindParents();
        var kept = 0;
        for (var slot = 0; slot < _count; slot++)
        {
            _stays[slot] = Stay(slot, logProbs);
            Offer(new Candidate(_stays[slot].Mass, slot, -1), ref kept);
        }

        OfferExtensions(logProbs, ref kept);
        if (kept == 0)
            throw new ArgumentException("No class of the step has a probability.", nameof(logProbs));
        for (var i = 0; i < kept; i++)
        {
            var candidate = _candidates[i];
            _next[i] = candidate.Label < 0 ? _stays[candidate.Slot] : Extend(candidate.Slot, candidate.Label, logProbs);
        }

        (_beam, _next) = (_next, _beam);
        _count = kept;
        Steps++;
    }

    /// <summary>The most probable hypotheses so far, best first.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<CtcHypothesis> Best(int count)
    {
        var hypotheses = new CtcHypothesis[Math.Clamp(count, 0, _count)];
        for (var i = 0; i < hypotheses.Length; i++)
            hypotheses[i] = new CtcHypothesis(Tokens(_beam[i]), _beam[i].Mass);
        return hypotheses;
    }

    /// <summary>For each prefix, the slot of the prefix without its last label, or -1 when that one fell out of the beam.</summary>
    private void FindParents()
    {
        for (var slot = 0; slot < _count; slot++)
        {
            var parent = _prefixes.Parent(_beam[slot].Prefix);
            _parentSlots[slot] = -1;
            for (var other = 0; other < _count && parent >= 0; other++)
            {
                if (_beam[other].Prefix == parent)
                    _parentSlots[slot] = other;
            }
        }
    }

    /// <summary>The same prefix one step later: by a blank, by its last label once more, or by that label after the shorter prefix.</summary>
    private Entry Stay(int slot, ReadOnlySpan<float> logProbs)
    {
        var entry = _beam[slot];
        var blank = logProbs[_blank];
        var blankMass = entry.Mass + blank;
        var blankPath = entry.BestPath.Plus(blank);
        if (entry.Prefix == PrefixTree.Root)
            return new Entry(entry.Prefix, blankMass, double.NegativeInfinity, blankPath, Alignment.Impossible);

        var label = _prefixes.Label(entry.Prefix);
        var labelMass = entry.LabelMass + logProbs[label];
        var labelPath = entry.LabelPath.Plus(logProbs[label]) with { LastStep = Steps };
        if (_parentSlots[slot] is >= 0 and var parent)
        {
            var (mass, path) = BeforeLabel(_beam[parent], label);
            labelMass = LogAdd(labelMass, mass + logProbs[label]);
            if (path.Score + logProbs[label] > labelPath.Score)
                labelPath = Emit(path, logProbs[label]);
        }

        return new Entry(entry.Prefix, blankMass, labelMass, blankPath, labelPath);
    }

    private void OfferExtensions(ReadOnlySpan<float> logProbs, ref int kept)
    {
        Array.Fill(_takenBy, -1);
        for (var slot = 0; slot < _count; slot++)
        {
            // An extension that is in the beam already was counted when that prefix stayed.
            for (var other = 0; other < _count; other++)
            {
                if (_parentSlots[other] == slot)
                    _takenBy[_prefixes.Label(_beam[other].Prefix)] = slot;
            }

            var mass = _beam[slot].Mass;
            var last = _beam[slot].Prefix == PrefixTree.Root ? -1 : _prefixes.Label(_beam[slot].Prefix);
            for (var label = 0; label < logProbs.Length; label++)
            {
                if (label != _blank && _takenBy[label] != slot)
                    Offer(new Candidate((label == last ? _beam[slot].BlankMass : mass) + logProbs[label], slot, label), ref kept);
            }
        }
    }

    /// <summary>Keeps the best candidates, best first; of equals the one offered first, so that results do not depend on chance.</summary>
    private void Offer(Candidate candidate, ref int kept)
    {
        var full = kept == _candidates.Length;
        if (!(candidate.Mass > (full ? _candidates[^1].Mass : double.NegativeInfinity)))
            return;
        var at = full ? kept - 1 : kept++;
        for (; at > 0 && _candidates[at - 1].Mass < candidate.Mass; at--)
            _candidates[at] = _candidates[at - 1];
        _candidates[at] = candidate;
    }

    private Entry Extend(int slot, int label, ReadOnlySpan<float> logProbs)
    {
        var (mass, path) = BeforeLabel(_beam[slot], label);
        var prefix = _prefixes.Child(_beam[slot].Prefix, label);
        return new Entry(prefix, double.NegativeInfinity, mass + logProbs[label], Alignment.Impossible, Emit(path, logProbs[label]));
    }

    /// <summary>What of a prefix may be followed by a label: all, or only what ends in a blank when the label repeats the last one.</summary>
    private (double Mass, Alignment Path) BeforeLabel(Entry entry, int label) =>
        entry.Prefix != PrefixTree.Root && _prefixes.Label(entry.Prefix) == label
            ? (entry.BlankMass, entry.BlankPath)
            : (entry.Mass, entry.BestPath);

    /// <summary>An alignment whose next label begins at this step.</summary>
    private Alignment Emit(Alignment path, float logProb)
    {
        var earlier = -1;
        if (path.FirstStep >= 0)
        {
            earlier = _emissions.Count;
            _emissions.Add(new Emission(path.Earlier, path.FirstStep, path.LastStep));
        }

        return new Alignment(path.Score + logProb, earlier, Steps, Steps);
    }

    private CtcToken[] Tokens(Entry entry)
    {
        var tokens = new CtcToken[_prefixes.Depth(entry.Prefix)];
        var path = entry.BestPath;
        var (earlier, first, last) = (path.Earlier, path.FirstStep, path.LastStep);
        var prefix = entry.Prefix;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i] = new CtcToken(_prefixes.Label(prefix), first, last);
            prefix = _prefixes.Parent(prefix);
            if (earlier >= 0)
                (earlier, first, last) = _emissions[earlier];
        }

        return tokens;
    }

    private static double LogAdd(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    /// <summary>The last label of an alignment and the link to those before it.</summary>
    private readonly record struct Alignment(double Score, int Earlier, int FirstStep, int LastStep)
    {
        public static Alignment Impossible { get; } = new(double.NegativeInfinity, -1, -1, -1);

        public Alignment Plus(float logProb) => this with { Score = Score + logProb };
    }

    private readonly record struct Emission(int Earlier, int FirstStep, int LastStep);

    private readonly record struct Candidate(double Mass, int Slot, int Label);

    /// <summary>A prefix with its log-probability, apart for alignments that end in a blank and in its last label.</summary>
    private readonly record struct Entry(int Prefix, double BlankMass, double LabelMass, Alignment BlankPath, Alignment LabelPath)
    {
        public double Mass { get; } = LogAdd(BlankMass, LabelMass);

        public Alignment BestPath => BlankPath.Score > LabelPath.Score ? BlankPath : LabelPath;
    }
}
