namespace SignBridge.Recognition;

/// <summary>Reads the signs of a stream of poses as they come: one utterance after another, each with a prefix that stands and a rest that may change.</summary>
/// <remarks>
/// <para>The poses of an utterance are read anew at every hop, as those of a clip are, so at its end the reading is that of the clip. A gloss is
/// committed as local agreement does it (D. Liu et al., "Low-Latency Sequence-to-Sequence Speech Recognition and Translation by Partial
/// Hypothesis Selection", 2020): when two readings in a row agree on it, and it is far enough back that the signs after it no longer change it.</para>
/// <para>While nobody signs, nothing is read. Not thread-safe: one for each stream; streams share the <see cref="SignRecognizer"/>.</para>
/// </remarks>
public sealed class StreamingRecognizer
{
    private readonly SignRecognizer _recognizer;
    private readonly StreamingOptions _options;
    private readonly PoseSequence _nothing;
    private readonly List<PoseFrame> _poses = [];
    private readonly List<Gloss> _committed = [];
    private IReadOnlyList<Gloss> _reading = [];
    private TimeSpan _read;
    private TimeSpan _raised;
    private bool _isSigning;
    private int _utterance;
    private int _told;

    /// <summary>Starts a stream.</summary>
    /// <param name="recognizer">Stays the caller's.</param>
    /// <param name="layout">What the landmarks of the poses are.</param>
    /// <param name="extractor">What estimates the poses.</param>
    /// <param name="options">When a gloss stands and an utterance ends.</param>
    public StreamingRecognizer(SignRecognizer recognizer, SkeletonLayout layout, string? extractor, StreamingOptions options)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        ArgumentNullException.ThrowIfNull(options);
        _recognizer = recognizer;
        _options = options;
        _nothing = new PoseSequence(layout, 0, 0, recognizer.Card.Input.Fps, [], extractor);
    }

    /// <summary>Takes the next pose.</summary>
    /// <param name="pose">At the rate of the recogniser.</param>
    /// <returns>What has become known, or null.</returns>
    public RecognitionUpdate? Add(PoseFrame pose)
    {
        _poses.Add(pose);
        if (HasRaisedHand(pose))
        {
            _raised = pose.Time;
            if (!_isSigning)
                (_isSigning, _read) = (true, pose.Time);
        }

        if (!_isSigning)
        {
            // What the recogniser learnt begins at rest.
            _poses.RemoveAll(p => p.Time < pose.Time - SecondLook.Onset);
            return null;
        }

        if (pose.Time - _raised >= _options.Lowered)
            return Finish(UtteranceEnd.HandsLowered);
        if (pose.Time - _read < _options.Hop)
            return null;
        _read = pose.Time;
        return Read(pose.Time);
    }

    /// <summary>Ends the stream, and with it the utterance that is going on.</summary>
    /// <returns>Its end, or null where none is going on.</returns>
    public RecognitionUpdate? Finish() => _isSigning ? Finish(UtteranceEnd.EndOfStream) : null;

    private RecognitionUpdate? Read(TimeSpan now)
    {
        var before = _reading;
        _reading = Hypothesis();
        var agreed = before.Zip(_reading).TakeWhile(pair => pair.First.Name == pair.Second.Name).Count();
        Commit(_reading.Take(agreed).TakeWhile(g => now - g.End >= _options.Stability).Count());
        var isLong = now - _poses[0].Time >= _options.Longest;
        if ((isLong || _committed.Count >= _options.MostGlosses) && _committed.Count > 0 && _reading.Count > _committed.Count)
            return CutBefore(_reading[_committed.Count], now);
        if (isLong)
            return Finish(UtteranceEnd.Limit);
        if (now - (_reading.Count > 0 ? _reading[^1].End : _poses[0].Time) >= _options.Pause)
            return Finish(UtteranceEnd.Pause);
        return Update([.. _reading.Skip(_committed.Count)], UtteranceEnd.None);
    }

    /// <summary>Ends the utterance behind its committed glosses; the next one begins with a sign that is being read already.</summary>
    private RecognitionUpdate CutBefore(Gloss next, TimeSpan now)
    {
        var update = End(UtteranceEnd.Limit);
        _poses.RemoveAll(p => p.Time < next.Start - SecondLook.Onset);
        _read = now;
        return update;
    }

    private RecognitionUpdate Finish(UtteranceEnd end)
    {
        _reading = Hypothesis();
        Commit(_reading.Count);
        _isSigning = false;
        var update = End(end);
        _poses.Clear();
        return update;
    }

    private RecognitionUpdate End(UtteranceEnd end)
    {
        var update = Update([], end);
        if (_committed.Count > 0)
            _utterance++;
        _committed.Clear();
        _told = 0;
        _reading = [];
        return update;
    }

    private RecognitionUpdate Update(IReadOnlyList<Gloss> partial, UtteranceEnd end)
    {
        var update = new RecognitionUpdate(_utterance, [.. _committed], _committed.Count - _told, partial, end);
        _told = _committed.Count;
        return update;
    }

    /// <summary>Lets the first glosses of the reading stand, after a second look.</summary>
    private void Commit(int count)
    {
        var clip = _nothing with { Frames = _poses };
        while (_committed.Count < count)
            _committed.Add(_recognizer.Confirm(clip, _reading, _committed.Count));
    }

    /// <summary>What is read now; a reading that takes a committed gloss back is followed behind the committed ones only.</summary>
    private IReadOnlyList<Gloss> Hypothesis()
    {
        var reading = _recognizer.RecognizeContinuous(_nothing with { Frames = _poses }).Glosses;
        var standing = _reading.Take(_committed.Count).ToList();
        if (reading.Take(standing.Count).Select(g => g.Name).SequenceEqual(standing.Select(g => g.Name)))
            return reading;
        return [.. standing, .. reading.Where(g => g.Start >= standing[^1].End)];
    }

    private static bool HasRaisedHand(PoseFrame pose) => IsPresent(pose.Part("left")) || IsPresent(pose.Part("right"));

    private static bool IsPresent(ReadOnlySpan<Landmark> hand) => !hand.IsEmpty && hand[0].IsPresent;
}
