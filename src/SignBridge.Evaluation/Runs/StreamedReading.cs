namespace SignBridge.Evaluation.Runs;

/// <summary>What a live stream of the poses of a sample says, and when.</summary>
/// <param name="Glosses">As they were committed.</param>
/// <param name="Delays">For each of them, how much of the sample had been seen by then.</param>
/// <param name="Text">The final sentences.</param>
internal sealed record StreamedReading(IReadOnlyList<string> Glosses, IReadOnlyList<TimeSpan> Delays, string Text)
{
    // Nobody waits here: a sentence that a slow machine leaves out would make another digit of it.
    private static readonly LiveOptions Patient = new() { TextTimeout = Timeout.InfiniteTimeSpan };

    public static async Task<StreamedReading> OfAsync(Translator translator, PoseSequence poses, CancellationToken cancellationToken)
    {
        var glosses = new List<string>();
        var delays = new List<TimeSpan>();
        var texts = new List<string>();
        var start = poses.Frames.Count == 0 ? TimeSpan.Zero : poses.Frames[0].Time;
        var frame = TimeSpan.FromSeconds(1 / poses.FramesPerSecond);
        var (utterance, known) = (0, 0);
        var events = translator.Live(Patient).FollowAsync(poses.Frames.ToAsyncEnumerable(), poses.Layout, poses.Width, poses.Height, poses.Extractor, cancellationToken);
        await foreach (var happened in events)
        {
            if (happened is TextWritten { IsFinal: true } written)
                texts.Add(written.Caption.Text);
            if (happened is not GlossesRead read)
                continue;
            known = read.Utterance == utterance ? known : 0;
            utterance = read.Utterance;
            foreach (var gloss in read.Committed.Skip(known))
            {
                glosses.Add(gloss.Name);
                delays.Add(read.Time - start + frame);
            }

            known = read.Committed.Count;
        }

        return new StreamedReading(glosses, delays, string.Join(' ', texts));
    }
}
