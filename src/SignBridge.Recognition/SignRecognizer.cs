using System.Numerics.Tensors;
using SignBridge.Onnx;

namespace SignBridge.Recognition;

/// <summary>Recognises signs in the poses of one person, by a model package of the task <c>recognition</c>.</summary>
/// <remarks>Thread-safe: one recogniser, and so one session, serves every stream of a process.</remarks>
public sealed class SignRecognizer : IDisposable
{
    private readonly RecognizerGraph _graph;
    private readonly ContinuousDecoder _decoder;
    private readonly SecondLook _secondLook;
    private readonly RecognitionOptions _options;
    private readonly string _package;
    private volatile EnrolledSigns _enrolled = EnrolledSigns.None;

    private SignRecognizer(
        RecognitionCard card, RecognizerIdentity identity, IReadOnlyList<string> labels, RecognizerGraph graph, RecognitionOptions options, string package)
    {
        Card = card;
        Identity = identity;
        Labels = labels;
        _graph = graph;
        _decoder = new ContinuousDecoder(card, labels, options);
        _secondLook = new SecondLook(this, options.Best);
        _options = options;
        _package = package;
    }

    /// <summary>The contract of the model.</summary>
    public RecognitionCard Card { get; }

    /// <summary>The signs that the model can name.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whose embeddings these are.</summary>
    public RecognizerIdentity Identity { get; }

    /// <summary>Values of an embedding; 0 where the model gives none.</summary>
    public int EmbeddingSize => _graph.EmbeddingSize;

    /// <summary>The signs that a user taught, recognised together with those of the model. They may be replaced at any time.</summary>
    public EnrolledSigns Enrolled
    {
        get => _enrolled;
        set => _enrolled = value;
    }

    /// <summary>Loads a package, checks its graph against its card and runs it once.</summary>
    /// <exception cref="SignBridgeException">The card asks for what is not served, or the graph or the labels differ from it
    /// (<see cref="FailureKind.Model"/>).</exception>
    public static SignRecognizer Load(ModelPackage package, SessionFactory sessions, RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(options);
        var card = package.ReadCard<RecognitionCard>();
        RecognitionContract.Check(card, Path.Combine(package.Directory, "card.json"));
        var labels = RecognitionContract.ReadLabels(package.PathOf(card.Output.Labels));
        var graph = RecognizerGraph.Load(package.PathOf(RecognitionContract.GraphOf(package).Path), card, labels.Count, sessions, options.Tuning);
        return new SignRecognizer(card, RecognizerIdentity.Of(package), labels, graph, options, package.Directory);
    }

    /// <summary>Takes the clip as one sign: one gloss over the whole clip, whose alternatives are the best readings with their
    /// probabilities, the chosen one and the unknown sign included.</summary>
    /// <remarks>The gloss is <see cref="Gloss.Unknown"/> where the unknown sign wins or the best probability is below the card's threshold;
    /// its confidence is then the probability of the unknown sign. Without a hand in the whole clip nothing is computed: the gloss is
    /// unknown, has no alternatives, and a notice says why. Where the clip is near enough to a taught sign, the gloss is that sign, and the model's
    /// readings are its alternatives.</remarks>
    /// <param name="clip">Poses at the frame rate of the card.</param>
    /// <exception cref="SignBridgeException">The poses lack landmarks (<see cref="FailureKind.Input"/>), or the model has no output for
    /// isolated signs (<see cref="FailureKind.Model"/>).</exception>
    public Recognition RecognizeIsolated(PoseSequence clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (Card.Output.Isolated is null)
            throw WithoutOutput("isolated");
        var notices = Notices(clip, out var hands);
        var start = clip.Frames.Count == 0 ? TimeSpan.Zero : clip.Frames[0].Time;
        var end = start + clip.Duration;
        if (!hands.AnyHands)
            return new Recognition([new Gloss(Gloss.Unknown, start, end, 0, [])], notices);

        return new Recognition([ReadIsolated(Run(clip), Enrolled, start, end)], notices);
    }

    /// <summary>Finds the signs of a clip by CTC prefix beam search.</summary>
    /// <remarks>
    /// <para>A gloss spans the steps that emit it, a few tenths of a second within the sign. Its confidence is the posterior mass of the
    /// hypotheses in the beam that read it there; its alternatives are what the others read there, so all of them add up to at most 1.</para>
    /// <para>A sign that was seen but not recognised is <see cref="Gloss.Unknown"/>; nothing is read where no hand is near. A clip in which the
    /// search reads nothing may still be one taught sign; those among other signs are found by <see cref="Confirm"/>.</para>
    /// </remarks>
    /// <param name="clip">Poses at the frame rate of the card.</param>
    /// <exception cref="SignBridgeException">The poses lack landmarks (<see cref="FailureKind.Input"/>), or the model has no CTC output
    /// (<see cref="FailureKind.Model"/>).</exception>
    public Recognition RecognizeContinuous(PoseSequence clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (Card.Output.Ctc is null)
            throw WithoutOutput("ctc");
        var notices = Notices(clip, out var hands);
        if (!hands.AnyHands)
            return new Recognition([], notices);
        var output = Run(clip);
        var glosses = _decoder.Decode(output, clip, hands);
        if (glosses.Count == 0 && Taught(output, Enrolled) is { } match)
            glosses = [new Gloss(match.Name, clip.Frames[0].Time, clip.Frames[0].Time + clip.Duration, match.Confidence, [])];
        return new Recognition(glosses, notices);
    }

    /// <summary>Takes a second look at a gloss of <see cref="RecognizeContinuous"/>: its part of the clip as an isolated sign.</summary>
    /// <remarks>The continuous output names half of the signs that it never learnt. On 185 PopSign clips the second look lets 99 % of the glosses
    /// stand; of stand-ins for unknown signs (the same clips backwards with hands turned by 90° and 180°) 25 % and 15 % of the clips are still
    /// named instead of 49 % and 43 %.</remarks>
    /// <param name="clip">The clip that was read.</param>
    /// <param name="glosses">All that was read in it.</param>
    /// <param name="index">Which of them to look at.</param>
    /// <returns>The taught sign that this part is near enough to. Else the gloss, where the mean of its confidence and of its probability as an isolated sign reaches the card's threshold; else the
    /// unknown sign with the gloss as first alternative. Without an output for isolated signs the confidence counts alone.</returns>
    public Gloss Confirm(PoseSequence clip, IReadOnlyList<Gloss> glosses, int index)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(glosses);
        return _secondLook.Confirm(clip, glosses, index);
    }

    /// <summary>The raw outputs of the model for a clip; a clip that does not fill the last step is padded with absent landmarks.</summary>
    /// <param name="clip">Poses at the frame rate of the card, at least one.</param>
    /// <exception cref="SignBridgeException">The clip is empty, or its poses lack landmarks (<see cref="FailureKind.Input"/>).</exception>
    public RecognizerOutput Run(PoseSequence clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Frames.Count > 0
            ? _graph.Run(clip)
            : throw new SignBridgeException(FailureKind.Input, "The clip has no frames: expected at least one pose; check that its file is complete.");
    }

    /// <summary>Ends the session.</summary>
    public void Dispose() => _graph.Dispose();

    /// <summary>What the outputs of a clip say as an isolated sign, beside these taught signs.</summary>
    internal Gloss ReadIsolated(RecognizerOutput output, EnrolledSigns enrolled, TimeSpan start, TimeSpan end)
    {
        var probabilities = output.Isolated.Span;
        var best = TensorPrimitives.IndexOfMax(probabilities);
        var chosen = best < Labels.Count && probabilities[best] >= Card.Output.Threshold ? best : Labels.Count;
        var gloss = new Gloss(Name(chosen), start, end, probabilities[chosen], MostProbable(probabilities));
        return Taught(output, enrolled) is { } match ? match.Over(gloss, _options.Best) : gloss;
    }

    /// <summary>What is to be said about poses of an extractor (null: an unknown one) other than the one that the model was trained on.</summary>
    /// <returns>Null where it is the same, or the card names none.</returns>
    public Notice? Mismatch(string? extractor) => Card.Extractor is { } expected && extractor != expected
        ? new Notice("extractor-mismatch", $"The poses were made by {extractor ?? "an unknown extractor"}, but {Card.Name} was trained on those of {expected}: expect more errors.")
        : null;

    /// <summary>The taught sign that a clip or a part of one shows, if any.</summary>
    internal EnrolledMatch? Taught(RecognizerOutput output, EnrolledSigns enrolled)
    {
        if (enrolled.Count == 0)
            return null;
        var rival = output.Isolated.IsEmpty ? 0 : TensorPrimitives.Max(output.Isolated.Span[..Labels.Count]);
        return enrolled.Match(output.Embedding.Span, rival);
    }

    private List<Notice> Notices(PoseSequence clip, out HandVisibility hands)
    {
        _graph.Input.Require(clip);
        hands = new HandVisibility(clip);
        var notices = new List<Notice>();
        if (Mismatch(clip.Extractor) is { } mismatch)
            notices.Add(mismatch);
        if (!hands.Anybody)
            notices.Add(new Notice("nobody-in-view", "Nobody was seen in the clip, so nothing was recognised."));
        else if (!hands.AnyHands)
            notices.Add(new Notice("no-hands", "A person was seen but no hands, so nothing was recognised."));
        return notices;
    }

    private GlossAlternative[] MostProbable(ReadOnlySpan<float> probabilities)
    {
        var ranked = probabilities.ToArray().Select((p, i) => new GlossAlternative(Name(i), p));
        return [.. ranked.OrderByDescending(a => a.Confidence).Take(_options.Best)];
    }

    private string Name(int label) => label < Labels.Count ? Labels[label] : Gloss.Unknown;

    private SignBridgeException WithoutOutput(string output) => new(
        FailureKind.Model, $"The recogniser '{_package}' has no '{output}' output in its card.json; use the other mode or another model.");
}
