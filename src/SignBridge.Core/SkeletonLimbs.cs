namespace SignBridge;

/// <summary>Which landmarks of a part are joined by a line, for drawing and for the header of <c>.pose</c> files.</summary>
/// <remarks>Source: <c>POSE_CONNECTIONS</c> and <c>HAND_CONNECTIONS</c> of MediaPipe's Python solutions, in the order that the
/// pose-format library writes them. Indices are relative to the part.</remarks>
public static class SkeletonLimbs
{
    private static readonly (int From, int To)[] Body =
    [
        (15, 21), (16, 20), (18, 20), (3, 7), (14, 16), (23, 25), (28, 30), (11, 23), (27, 31),
        (6, 8), (15, 17), (24, 26), (16, 22), (4, 5), (5, 6), (29, 31), (12, 24), (23, 24),
        (0, 1), (9, 10), (1, 2), (0, 4), (11, 13), (30, 32), (28, 32), (15, 19), (16, 18),
        (25, 27), (26, 28), (12, 14), (17, 19), (2, 3), (11, 12), (27, 29), (13, 15),
    ];

    private static readonly (int From, int To)[] Hand =
    [
        (3, 4), (0, 5), (17, 18), (0, 17), (13, 14), (13, 17), (18, 19), (5, 6), (5, 9),
        (14, 15), (0, 1), (9, 10), (1, 2), (9, 13), (10, 11), (19, 20), (6, 7), (15, 16),
        (2, 3), (11, 12), (7, 8),
    ];

    /// <summary>The limbs of a part; empty for parts that are drawn as points.</summary>
    public static IReadOnlyList<(int From, int To)> Of(string part) => part switch
    {
        "body" => Body,
        "left" or "right" => Hand,
        _ => [],
    };
}
