using System.Globalization;
using System.Runtime.InteropServices;

namespace SignBridge.Pose.Files;

/// <summary>How a part of MediaPipe Holistic stands in a <c>.pose</c> header: the names of component and points, the limbs and colours to draw.</summary>
/// <remarks>Names: <c>PoseLandmark</c> and <c>HandLandmark</c> of MediaPipe's Python solutions; colours: the palette of the pose-format
/// library, whose components above 255 are in its files too.</remarks>
internal sealed class HolisticComponent
{
    /// <summary>The components in the order of the pose-format library, which is that of <see cref="SkeletonLayout.Holistic"/>.</summary>
    public static readonly IReadOnlyList<HolisticComponent> All =
    [
        new("body", "POSE_LANDMARKS", BodyPoints(), LimbsOf("body"), [255, 0, 0]),
        new("face", "FACE_LANDMARKS", FacePoints(), FaceLimbs(), [128, 0, 0]),
        new("left", "LEFT_HAND_LANDMARKS", HandPoints(), LimbsOf("left"), HandColors()),
        new("right", "RIGHT_HAND_LANDMARKS", HandPoints(), LimbsOf("right"), HandColors()),
    ];

    /// <summary>Every point has x, y, z and a confidence.</summary>
    public const string Format = "XYZC";

    private HolisticComponent(string part, string name, string[] points, ushort[] limbs, ushort[] colors)
    {
        Part = part;
        Name = name;
        Points = points;
        Limbs = limbs;
        Colors = colors;
    }

    /// <summary>The part of the <see cref="SkeletonLayout"/>.</summary>
    public string Part { get; }

    /// <summary>The name of the component.</summary>
    public string Name { get; }

    /// <summary>The names of the points, in the order of the part.</summary>
    public string[] Points { get; }

    /// <summary>Pairs of point indices.</summary>
    public ushort[] Limbs { get; }

    /// <summary>Triples of red, green, blue; points take them in turn.</summary>
    public ushort[] Colors { get; }

    private static string[] BodyPoints() =>
    [
        "NOSE", "LEFT_EYE_INNER", "LEFT_EYE", "LEFT_EYE_OUTER", "RIGHT_EYE_INNER", "RIGHT_EYE", "RIGHT_EYE_OUTER",
        "LEFT_EAR", "RIGHT_EAR", "MOUTH_LEFT", "MOUTH_RIGHT", "LEFT_SHOULDER", "RIGHT_SHOULDER", "LEFT_ELBOW", "RIGHT_ELBOW",
        "LEFT_WRIST", "RIGHT_WRIST", "LEFT_PINKY", "RIGHT_PINKY", "LEFT_INDEX", "RIGHT_INDEX", "LEFT_THUMB", "RIGHT_THUMB",
        "LEFT_HIP", "RIGHT_HIP", "LEFT_KNEE", "RIGHT_KNEE", "LEFT_ANKLE", "RIGHT_ANKLE", "LEFT_HEEL", "RIGHT_HEEL",
        "LEFT_FOOT_INDEX", "RIGHT_FOOT_INDEX",
    ];

    private static string[] HandPoints() =>
    [
        "WRIST", "THUMB_CMC", "THUMB_MCP", "THUMB_IP", "THUMB_TIP",
        .. from finger in (string[])["INDEX_FINGER", "MIDDLE_FINGER", "RING_FINGER", "PINKY"]
           from joint in (string[])["MCP", "PIP", "DIP", "TIP"]
           select $"{finger}_{joint}",
    ];

    private static string[] FacePoints() => [.. Enumerable.Range(0, 468).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    private static ushort[] LimbsOf(string part) => [.. SkeletonLimbs.Of(part).SelectMany(limb => (ushort[])[(ushort)limb.From, (ushort)limb.To])];

    // The 2556 edges of MediaPipe's FACEMESH_TESSELATION in the order in which Python iterates over that set, as the library writes them.
    private static ushort[] FaceLimbs()
    {
        using var resource = typeof(HolisticComponent).Assembly.GetManifestResourceStream("face-limbs.bin")!;
        var limbs = new ushort[resource.Length / sizeof(ushort)];
        resource.ReadExactly(MemoryMarshal.AsBytes(limbs.AsSpan()));
        return limbs;
    }

    private static ushort[] HandColors() =>
    [
        232, 232, 232,
        192, 0, 0, 227, 35, 35, 262, 70, 70, 297, 105, 105,
        0, 0, 192, 35, 35, 227, 70, 70, 262, 105, 105, 297,
        0, 192, 0, 35, 227, 35, 70, 262, 70, 105, 297, 105,
        0, 192, 192, 35, 227, 227, 70, 262, 262, 105, 297, 297,
        255, 128, 0, 255, 178, 102, 255, 153, 51, 255, 128, 0,
    ];
}
