using System.Globalization;
using System.Text.RegularExpressions;

namespace SignBridge;

/// <summary>Which landmarks a pose has and in which order, written as parts with their counts: <c>body33-face468-left21-right21</c>.</summary>
/// <remarks>Model cards name their layout in this form. The order inside a part is that of the MediaPipe model of that part.</remarks>
public sealed partial class SkeletonLayout : IEquatable<SkeletonLayout>
{
    private readonly SkeletonPart[] _parts;

    private SkeletonLayout(string name, SkeletonPart[] parts)
    {
        Name = name;
        _parts = parts;
        Count = parts.Sum(p => p.Count);
    }

    /// <summary>Body, face and both hands of MediaPipe Holistic: 543 landmarks.</summary>
    public static SkeletonLayout Holistic { get; } = Parse("body33-face468-left21-right21");

    /// <summary>Body and both hands of MediaPipe Holistic: 75 landmarks.</summary>
    public static SkeletonLayout HolisticWithoutFace { get; } = Parse("body33-left21-right21");

    /// <summary>The written form, for example <c>body33-left21-right21</c>.</summary>
    public string Name { get; }

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<SkeletonPart> Parts => _parts;

    /// <summary>How many landmarks a pose of this layout has.</summary>
    public int Count { get; }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not a list of parts with counts, or names a part twice.</exception>
    public static SkeletonLayout Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var parts = new List<SkeletonPart>();
        var offset = 0;
        foreach (var piece in text.Split('-'))
        {
            var match = Piece().Match(piece);
            if (!match.Success || parts.Exists(p => p.Name == match.Groups[1].Value))
                throw new FormatException($"'{text}' is not a skeleton layout: expected distinct parts with counts, like body33-left21-right21.");
            var count = int.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            parts.Add(new SkeletonPart(match.Groups[1].Value, offset, count));
            offset += count;
        }

        return new SkeletonLayout(text, [.. parts]);
    }

    /// <summary>Finds a part by name.</summary>
    public bool TryGetPart(string name, out SkeletonPart part)
    {
        foreach (var candidate in _parts)
        {
            if (candidate.Name == name)
            {
                part = candidate;
                return true;
            }
        }

        part = default;
        return false;
    }

    /// <summary>Whether every part of <paramref name="other"/> is here with the same count, so that poses of this layout can be cut down to it.</summary>
    public bool Contains(SkeletonLayout other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._parts.All(p => TryGetPart(p.Name, out var own) && own.Count == p.Count);
    }

    /// <inheritdoc/>
    public bool Equals(SkeletonLayout? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SkeletonLayout);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    [GeneratedRegex("^([a-z]+)([1-9][0-9]{0,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
