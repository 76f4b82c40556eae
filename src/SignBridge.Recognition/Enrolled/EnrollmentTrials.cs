namespace SignBridge.Recognition;

/// <summary>Measures how well newly taught signs are recognised: N-way, K-shot trials as few-shot learning reports them.</summary>
/// <remarks>Each trial draws N signs and K examples of each, teaches them and asks the other clips of these signs. A clip of a signer of whom
/// an example was drawn for the same sign is not asked, so that what is measured is other signers.</remarks>
public static class EnrollmentTrials
{
    /// <summary>Runs the trials.</summary>
    /// <param name="recognizer">Whose outputs the clips hold; its own taught signs take no part.</param>
    /// <param name="clips">All clips.</param>
    /// <param name="plan">How many signs, examples and trials.</param>
    /// <exception cref="SignBridgeException">Too few signs have enough clips (<see cref="FailureKind.Input"/>), or none can be taught
    /// (<see cref="FailureKind.Model"/>).</exception>
    public static EnrollmentAccuracy Run(SignRecognizer recognizer, IReadOnlyList<LabelledClip> clips, EnrollmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(plan);
        EnrolledSign.RequireTeachable(recognizer);
        var signs = clips.GroupBy(c => c.Sign, StringComparer.Ordinal).Select(g => g.ToArray()).Where(s => CanBeAsked(s, plan.Examples)).ToArray();
        if (signs.Length < plan.Ways)
            throw TooFew(signs.Length, plan);
        var random = new Random(plan.Seed);
        var accuracy = new EnrollmentAccuracy(0, 0, 0, 0, 0, 0);
        for (var trial = 0; trial < plan.Trials; trial++)
        {
            random.Shuffle(signs);
            var taught = signs[..plan.Ways];
            foreach (var sign in taught)
                random.Shuffle(sign);
            var enrolled = EnrolledSigns.Of(taught.Select(s => Teach(s, plan.Examples, recognizer)), recognizer.Card.Output);
            var names = taught.Select(s => s[0].Sign).ToHashSet(StringComparer.Ordinal);
            foreach (var clip in taught.SelectMany(s => Asked(s, plan.Examples)))
                accuracy = Ask(recognizer, enrolled, names, clip, accuracy);
        }

        return accuracy.Asked > 0 ? accuracy : throw TooFew(0, plan);
    }

    private static SignBridgeException TooFew(int signs, EnrollmentPlan plan) => new(FailureKind.Input, FormattableString.Invariant(
        $"{signs} signs have enough clips for {plan.Examples} examples and a question by another signer, expected at least {plan.Ways}: add clips or ask for fewer signs or examples."));

    // Some clips must be left when any K of them are examples.
    private static bool CanBeAsked(LabelledClip[] sign, int examples) =>
        sign.Length > examples && sign.Select(c => c.Signer).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static EnrolledSign Teach(LabelledClip[] sign, int examples, SignRecognizer recognizer) =>
        new(sign[0].Sign, recognizer.Identity, [.. sign.Take(examples).Select(c => c.Output.Embedding.ToArray())]);

    private static IEnumerable<LabelledClip> Asked(LabelledClip[] sign, int examples)
    {
        var signers = sign.Take(examples).Select(c => c.Signer).ToHashSet(StringComparer.Ordinal);
        return sign.Skip(examples).Where(c => !signers.Contains(c.Signer));
    }

    private static EnrollmentAccuracy Ask(
        SignRecognizer recognizer, EnrolledSigns enrolled, HashSet<string> names, LabelledClip clip, EnrollmentAccuracy accuracy)
    {
        var nearest = enrolled.Nearest(clip.Output.Embedding.Span)!.Value.Name == clip.Sign ? 1 : 0;
        accuracy = accuracy with { Asked = accuracy.Asked + 1, Nearest = accuracy.Nearest + nearest };
        var read = recognizer.ReadIsolated(clip.Output, enrolled, default, default);
        if (read.Name == clip.Sign)
            return accuracy with { Right = accuracy.Right + 1 };
        if (read.IsUnknown)
            return accuracy with { Rejected = accuracy.Rejected + 1 };
        return names.Contains(read.Name) ? accuracy with { Confused = accuracy.Confused + 1 } : accuracy with { Vocabulary = accuracy.Vocabulary + 1 };
    }
}
