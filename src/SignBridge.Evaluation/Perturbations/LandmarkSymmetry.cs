namespace SignBridge.Evaluation.Perturbations;

/// <summary>Which landmark of a layout takes the place of which in a mirror: a left hand is a right one there.</summary>
internal static class LandmarkSymmetry
{
    private const int EyesAhead = 3; // inner corner, eye, outer corner: those of the left eye before those of the right one
    private const int LastOfEyes = 6;

    /// <summary>For each landmark of a layout the one on the other side; itself for those in the middle.</summary>
    /// <remarks>Body: the 33 of BlazePose, with the nose in the middle, the eyes in threes, then left and right by turns. Face: the 468 of
    /// <see cref="FaceSymmetry"/>.</remarks>
    /// <exception cref="SignBridgeException">A part has no known other side (<see cref="FailureKind.Input"/>).</exception>
    public static int[] OtherSide(SkeletonLayout layout)
    {
        var others = new int[layout.Count];
        foreach (var part in layout.Parts)
        {
            for (var i = 0; i < part.Count; i++)
                others[part.Offset + i] = OtherSide(layout, part, i);
        }

        return others;
    }

    private static int OtherSide(SkeletonLayout layout, SkeletonPart part, int index) => (part.Name, part.Count) switch
    {
        ("left", _) when layout.TryGetPart("right", out var right) && right.Count == part.Count => right.Offset + index,
        ("right", _) when layout.TryGetPart("left", out var left) && left.Count == part.Count => left.Offset + index,
        ("body", 33) => part.Offset + OtherSideOfBody(index),
        ("face", 468) => part.Offset + FaceSymmetry.OtherSide[index],
        _ => throw new SignBridgeException(FailureKind.Input,
            $"The poses have the landmarks {layout}, of which {part.Name}{part.Count} has no known other side: extract them again as {SkeletonLayout.Holistic}, or leave 'mirror' out."),
    };

    private static int OtherSideOfBody(int index)
    {
        if (index == 0)
            return 0;
        if (index <= LastOfEyes)
            return index <= EyesAhead ? index + EyesAhead : index - EyesAhead;
        return index % 2 == 1 ? index + 1 : index - 1;
    }
}
