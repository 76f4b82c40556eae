using System.Numerics.Tensors;

namespace SignBridge.Recognition;

/// <summary>CTC prefix beam search: finds the label sequences of highest probability, each summed over its alignments.</summary>
/// <remarks>
/// <para>After A. Graves, "Sequence Transduction with Recurrent Neural Networks" (2012) and A. Hannun et al., "First-Pass Large Vocabulary
/// Continuous Speech Recognition using Bi-Directional Recurrent DNNs" (2014). Beside the sum, each prefix carries its best alignment, from
/// which the time stamps come.</para>
/// <para>Steps are fed one by one, so a live stream and a file take the same path. Not thread-safe: one search a stream.
/// A step allocates nothing but the nodes of new prefixes and labels, at most the width of each; <see cref="Reset"/> frees those.</para>
/// </remarks>
public sealed class CtcBeamSearch
{
    private readonly int _classes;
    private readonly int _blank;
    private readonly PrefixTree _tree = new();
    private readonly CtcAlignments _alignments = new();
    private readonly CtcCandidates _candidates;
    private readonly CtcPrefix[] _stays;
    private readonly int[] _parents;
    private readonly int[] _takenBy;
    private CtcPrefix[] _beam;
    private CtcPrefix[] _next;
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
        _candidates = new CtcCandidates(width);
        _stays = new CtcPrefix[width];
        _parents = new int[width];
        _takenBy = new int[classes];
        _beam = new CtcPrefix[width];
        _next = new CtcPrefix[width];
        Reset();
    }

    /// <summary>Steps taken since the start or the last <see cref="Reset"/>.</summary>
    public int Steps { get; private set; }

    /// <summary>Forgets everything, as if newly created.</summary>
    public void Reset()
    {
        Steps = 0;
        _tree.Clear();
        _alignments.Clear();
        _count = 1;
        _beam[0] = new CtcPrefix(PrefixTree.Root, 0, double.NegativeInfinity, CtcAlignment.Empty, CtcAlignment.Impossible);
    }

    /// <summary>Takes one step.</summary>
    /// <param name="logProbs">Natural logarithms of the probabilities of the classes at this step; negative infinity is allowed.</param>
    /// <exception cref="ArgumentException">Not one value for each class, or none of them possible; the search is as before.</exception>
    public void Advance(ReadOnlySpan<float> logProbs)
    {
        if (logProbs.Length != _classes)
            throw new ArgumentException($"A step has {_classes} values, not {logProbs.Length}.", nameof(logProbs));
        FindParents();
        _candidates.Clear();
        for (var slot = 0; slot < _count; slot++)
        {
            _stays[slot] = Stay(slot, logProbs);
            _candidates.Offer(new CtcCandidate(_stays[slot].Mass, slot, -1));
        }

        OfferExtensions(logProbs);
        if (_candidates.Count == 0)
            throw new ArgumentException("No class of the step is possible.", nameof(logProbs));
        for (var i = 0; i < _candidates.Count; i++)
        {
            var (_, slot, label) = _candidates[i];
            _next[i] = label < 0 ? _stays[slot] : Extend(_beam[slot], label, logProbs[label]);
        }

        (_beam, _next) = (_next, _beam);
        _count = _candidates.Count;
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
            var parent = _tree.Parent(_beam[slot].Node);
            var other = 0;
            while (other < _count && _beam[other].Node != parent)
                other++;
            _parents[slot] = other < _count ? other : -1;
        }
    }

    /// <summary>The same prefix one step later: by a blank, by its last label once more, or by that label after the shorter prefix.</summary>
    private CtcPrefix Stay(int slot, ReadOnlySpan<float> logProbs)
    {
        var prefix = _beam[slot];
        var blank = logProbs[_blank];
        var (blankMass, blankPath) = (prefix.Mass + blank, prefix.BestPath.Plus(blank));
        if (prefix.Node == PrefixTree.Root)
            return new CtcPrefix(prefix.Node, blankMass, double.NegativeInfinity, blankPath, CtcAlignment.Impossible);

        var label = _tree.Label(prefix.Node);
        var labelMass = prefix.LabelMass + logProbs[label];
        var labelPath = prefix.LabelPath.Plus(logProbs[label]) with { LastStep = Steps };
        if (_parents[slot] >= 0)
        {
            var (mass, path) = BeforeLabel(_beam[_parents[slot]], label);
            labelMass = CtcPrefix.LogAdd(labelMass, mass + logProbs[label]);
            if (path.Score + logProbs[label] > labelPath.Score)
                labelPath = _alignments.Emit(path, logProbs[label], Steps);
        }

        return new CtcPrefix(prefix.Node, blankMass, labelMass, blankPath, labelPath);
    }

    private void OfferExtensions(ReadOnlySpan<float> logProbs)
    {
        Array.Fill(_takenBy, -1);
        var mostLikely = Math.Max(Largest(logProbs[.._blank]), Largest(logProbs[(_blank + 1)..]));
        for (var slot = 0; slot < _count; slot++)
        {
            // No label can bring this prefix, nor any after it, into the beam: so it is at most steps, where the blank is sure.
            var mass = _beam[slot].Mass;
            if (mass + mostLikely <= _candidates.Bar)
                break;

            // An extension that is in the beam already was counted when that prefix stayed.
            for (var other = 0; other < _count; other++)
            {
                if (_parents[other] == slot)
                    _takenBy[_tree.Label(_beam[other].Node)] = slot;
            }

            var last = _tree.Label(_beam[slot].Node);
            for (var label = 0; label < logProbs.Length; label++)
            {
                if (label != _blank && _takenBy[label] != slot)
                    _candidates.Offer(new CtcCandidate((label == last ? _beam[slot].BlankMass : mass) + logProbs[label], slot, label));
            }
        }
    }

    private CtcPrefix Extend(CtcPrefix prefix, int label, float logProb)
    {
        var (mass, path) = BeforeLabel(prefix, label);
        var node = _tree.Child(prefix.Node, label);
        return new CtcPrefix(node, double.NegativeInfinity, mass + logProb, CtcAlignment.Impossible, _alignments.Emit(path, logProb, Steps));
    }

    /// <summary>What of a prefix may be followed by a label: all, or only what ends in a blank when the label repeats the last one.</summary>
    private (double Mass, CtcAlignment Path) BeforeLabel(CtcPrefix prefix, int label) =>
        _tree.Label(prefix.Node) == label ? (prefix.BlankMass, prefix.BlankPath) : (prefix.Mass, prefix.BestPath);

    private CtcToken[] Tokens(CtcPrefix prefix)
    {
        var tokens = new CtcToken[_tree.Depth(prefix.Node)];
        var (node, alignment) = (prefix.Node, prefix.BestPath);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i] = new CtcToken(_tree.Label(node), alignment.FirstStep, alignment.LastStep);
            (node, alignment) = (_tree.Parent(node), _alignments.Before(alignment));
        }

        return tokens;
    }

    private static float Largest(ReadOnlySpan<float> values) => values.IsEmpty ? float.NegativeInfinity : TensorPrimitives.Max(values);
}
