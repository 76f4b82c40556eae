using SignBridge.Onnx;

namespace SignBridge.Recognition;

/// <summary>Refuses a card that asks for what this code does not do, before anything is computed wrongly.</summary>
internal static class RecognitionContract
{
    /// <exception cref="SignBridgeException">A field has a value that is not served (<see cref="FailureKind.Model"/>).</exception>
    public static void Check(RecognitionCard card, string file)
    {
        var (input, output) = (card.Input, card.Output);
        Serve(file, "input.coordinates", input.Coordinates, "pixels");
        Serve(file, "input.values", input.Values, "xy");
        Serve(file, "input.absent", input.Absent, "nan");
        Serve(file, "output.unknown", output.Unknown, "last");
        Serve(file, "output.blank", FormattableString.Invariant($"{output.Blank}"), "0");
        Require(file, input.Fps is > 0 and <= 1000, "input.fps must be a rate above 0");
        Require(file, input.FramesPerStep is >= 1 and <= 1000, "input.framesPerStep must be at least 1");
        Require(file, output.Threshold is >= 0 and <= 1, "output.threshold must be a probability");
        Require(file, output.EnrolledThreshold is null or (>= -1 and <= 1), "output.enrolledThreshold must be a cosine");
        Require(file, output.EnrolledMargin is >= 0 and <= 2, "output.enrolledMargin must be a difference of cosines");
        Require(file, output.Ctc is not null || output.Isolated is not null, "output must name ctc, isolated or both");
        Require(file, HasHands(input.Layout), "input.layout must be parts with counts and have left and right hands, like body33-left21-right21");
    }

    /// <summary>The label file, one label a line.</summary>
    /// <exception cref="SignBridgeException">A label is missing, repeated or is the sign for unknown (<see cref="FailureKind.Model"/>).</exception>
    public static IReadOnlyList<string> ReadLabels(string file)
    {
        var labels = File.ReadAllLines(file);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(labels[i]) || labels[i] == Gloss.Unknown || !seen.Add(labels[i]))
                throw new SignBridgeException(FailureKind.Model, $"Line {i + 1} of '{file}' is '{labels[i]}': expected a label of its own on every line, none of them '{Gloss.Unknown}'; restore the package.");
        }

        return labels;
    }

    /// <summary>The graph of the package: its only <c>.onnx</c> file.</summary>
    /// <exception cref="SignBridgeException">There is none or more than one (<see cref="FailureKind.Model"/>).</exception>
    public static ModelFile GraphOf(ModelPackage package)
    {
        var graphs = package.Card.Files.Where(f => f.Path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)).ToArray();
        return graphs.Length == 1
            ? graphs[0]
            : throw new SignBridgeException(FailureKind.Model, $"The recogniser '{package.Directory}' lists {graphs.Length} .onnx files: expected one; correct the files of its card.json.");
    }

    private static bool HasHands(string text)
    {
        try
        {
            var layout = SkeletonLayout.Parse(text);
            return layout.TryGetPart("left", out _) && layout.TryGetPart("right", out _);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static void Serve(string file, string field, string value, string served) =>
        Require(file, value == served, $"{field} '{value}' is not served, '{served}' is");

    private static void Require(string file, bool condition, string expectation)
    {
        if (!condition)
            throw new SignBridgeException(FailureKind.Model, $"The recogniser's card '{file}' cannot be used: {expectation}; correct the card or export the model in that form.");
    }
}
