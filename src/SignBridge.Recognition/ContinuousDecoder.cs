namespace SignBridge.Recognition;

/// <summary>Turns CTC steps into glosses with time stamps, confidences and rivals.</summary>
internal sealed class ContinuousDecoder
{
    /// <summary>Reach of a sign around the steps that emit it: where no hand was seen within it, no sign was made. In the 250 PopSign
    /// clips a hand was at most one frame away; the rest is for hands that the pose model loses in motion.</summary>
    private static readonly TimeSpan HandReach = TimeSpan.FromSeconds(0.5);

    /// <summary>Emissions of two labels that are further apart belong to different signs.</summary>
    private static readonly TimeSpan RivalReach = TimeSpan.FromSeconds(0.5);

    private readonly IReadOnlyList<string> _labels;
    private readonly RecognitionOptions _options;
    private readonly int _framesPerStep;
    private readonly int _handFrames;
    private readonly int _rivalSteps;
    private readonly int _blank;
    private readonly float[] _nothing;

    public ContinuousDecoder(RecognitionCard card, IReadOnlyList<string> labels, RecognitionOptions options)
    {
        _labels = labels;
        _options = options;
        _framesPerStep = card.Input.FramesPerStep;
        _handFrames = (int)Math.Round(HandReach.TotalSeconds * card.Input.Fps);
        _rivalSteps = (int)Math.Round(RivalReach.TotalSeconds * card.Input.Fps / _framesPerStep);
        _blank = card.Output.Blank;
        _nothing = new float[labels.Count + 2];
        Array.Fill(_nothing, float.NegativeInfinity);
        _nothing[_blank] = 0;
    }

    public IReadOnlyList<Gloss> Decode(RecognizerOutput output, PoseSequence poses, HandVisibility hands)
    {
        var search = new CtcBeamSearch(_labels.Count + 2, _blank, _options.BeamWidth);
        for (var step = 0; step < output.Steps; step++)
        {
            var seen = hands.Within(step * _framesPerStep - _handFrames, _framesPerStep + 2 * _handFrames);
            search.Advance(seen ? output.Step(step) : _nothing);
        }

        return [.. ConfusionNetwork.Build(search.Best(_options.BeamWidth), _rivalSteps).Select(slot => ToGloss(slot, poses))];
    }

    private Gloss ToGloss(ConfusionSlot slot, PoseSequence poses) => new(
        Name(slot.Token.Label),
        TimeOf(slot.Token.FirstStep, poses),
        TimeOf(slot.Token.LastStep + 1, poses),
        slot.Confidence,
        [.. slot.Rivals.Take(_options.Best).Select(r => new GlossAlternative(Name(r.Label), r.Mass))]);

    /// <summary>Class 0 is the blank, the last one the unknown sign.</summary>
    private string Name(int label) => label <= _labels.Count ? _labels[label - 1] : Gloss.Unknown;

    /// <summary>When a step begins; the end of the clip for those behind it.</summary>
    private TimeSpan TimeOf(int step, PoseSequence poses) => step * _framesPerStep < poses.Frames.Count
        ? poses.Frames[step * _framesPerStep].Time
        : poses.Frames[0].Time + poses.Duration;
}
