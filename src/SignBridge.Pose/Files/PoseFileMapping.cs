namespace SignBridge.Pose.Files;

/// <summary>Which point of a file is which landmark, found by the names of components and points.</summary>
/// <remarks>So the order of the file does not matter, a face reduced to some points keeps these, and points that MediaPipe Holistic does
/// not have in pixels (POSE_WORLD_LANDMARKS, the irises) are passed over.</remarks>
internal sealed class PoseFileMapping
{
    private readonly LandmarkSource[] _sources;

    private PoseFileMapping(SkeletonLayout layout, LandmarkSource[] sources)
    {
        Layout = layout;
        _sources = sources;
    }

    /// <summary>With the face where the file has one.</summary>
    public SkeletonLayout Layout { get; }

    /// <summary>For each landmark of the layout its place in the file.</summary>
    public ReadOnlySpan<LandmarkSource> Sources => _sources;

    /// <summary>Finds the landmarks.</summary>
    /// <exception cref="SignBridgeException">Body or a hand is missing, or its points are not MediaPipe's.</exception>
    public static PoseFileMapping Create(PoseFileHeader header, string name)
    {
        var parts = new List<string>();
        var sources = new List<LandmarkSource>();
        foreach (var part in HolisticComponent.All)
        {
            if (Find(header, part, name) is { } found)
            {
                parts.Add($"{part.Part}{part.Points.Length}");
                sources.AddRange(found);
            }
        }

        return new PoseFileMapping(SkeletonLayout.Parse(string.Join('-', parts)), [.. sources]);
    }

    private static LandmarkSource[]? Find(PoseFileHeader header, HolisticComponent part, string name)
    {
        var firstPoint = 0;
        foreach (var component in header.Components)
        {
            if (component.Name == part.Name && Match(component, part, firstPoint, header.Dimensions) is { } found)
                return found;
            firstPoint += component.Points.Count;
        }

        if (part.Part == "face")
            return null;
        var others = string.Join(", ", header.Components.Take(5).Select(c => $"{c.Name} of {c.Points.Count} points"));
        throw PoseFileFailure.Of(name, $"is of another layout ({others}): expected {part.Name} with the points of MediaPipe Holistic");
    }

    private static LandmarkSource[]? Match(PoseFileComponent component, HolisticComponent part, int firstPoint, int dimensions)
    {
        var (x, y, z) = (component.Format.IndexOf('X'), component.Format.IndexOf('Y'), component.Format.IndexOf('Z'));
        if (x < 0 || y < 0 || !component.Format.EndsWith('C'))
            return null;
        var places = new Dictionary<string, int>();
        for (var i = 0; i < component.Points.Count; i++)
            places.TryAdd(component.Points[i], firstPoint + i);
        var sources = Array.ConvertAll(part.Points, p => places.TryGetValue(p, out var point)
            ? new LandmarkSource(point, point * dimensions + x, point * dimensions + y, z < 0 ? -1 : point * dimensions + z)
            : LandmarkSource.None);
        return Array.TrueForAll(sources, s => s == LandmarkSource.None) ? null : sources;
    }
}
