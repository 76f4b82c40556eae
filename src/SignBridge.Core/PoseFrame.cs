namespace SignBridge;

/// <summary>The pose of one person in one frame.</summary>
public readonly struct PoseFrame
{
    /// <summary>Takes over <paramref name="landmarks"/>, one for each of the layout.</summary>
    /// <param name="time">Media time of the frame.</param>
    /// <param name="layout">What the landmarks are.</param>
    /// <param name="landmarks">As many as the layout has, absent ones as <see cref="Landmark.Absent"/>.</param>
    /// <exception cref="ArgumentException">The count differs from that of the layout.</exception>
    public PoseFrame(TimeSpan time, SkeletonLayout layout, Landmark[] landmarks)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(landmarks);
        if (landmarks.Length != layout.Count)
            throw new ArgumentException($"The layout {layout} has {layout.Count} landmarks, not {landmarks.Length}.", nameof(landmarks));
        Time = time;
        Layout = layout;
        Memory = landmarks;
    }

    /// <summary>Media time of the frame.</summary>
    public TimeSpan Time { get; }

    /// <summary>What the landmarks are.</summary>
    public SkeletonLayout Layout { get; }

    /// <summary>All landmarks, in the order of the layout.</summary>
    public ReadOnlySpan<Landmark> Landmarks => Memory;

    /// <summary>The array that it took over.</summary>
    internal Landmark[] Memory { get; }

    /// <summary>Whether any landmark was seen.</summary>
    public bool IsAnybodyPresent => Array.Exists(Memory, l => l.IsPresent);

    /// <summary>The landmarks of one part; empty when the layout has no such part.</summary>
    public ReadOnlySpan<Landmark> Part(string name) =>
        Layout.TryGetPart(name, out var part) ? Memory.AsSpan(part.Offset, part.Count) : default;

    /// <summary>The same pose at another time; the landmarks are shared.</summary>
    public PoseFrame At(TimeSpan time) => new(time, Layout, Memory);

    /// <summary>A pose in which nothing was seen.</summary>
    public static PoseFrame Empty(TimeSpan time, SkeletonLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var landmarks = new Landmark[layout.Count];
        Array.Fill(landmarks, Landmark.Absent);
        return new PoseFrame(time, layout, landmarks);
    }
}
