using System.Globalization;

namespace SignBridge.Evaluation.Slices;

/// <summary>Puts a measured value of samples into few groups, for example <c>1-2 s</c>; the same ones in every run, so that runs can be compared.</summary>
public sealed class SliceBins
{
    private readonly double[] _edges;

    private SliceBins(string unit, params double[] edges)
    {
        _edges = edges;
        Names = [.. edges.Select((edge, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 0 : edges[i - 1])}-{edge}{unit}")),
            string.Create(CultureInfo.InvariantCulture, $"{edges[^1]}+{unit}")];
    }

    /// <summary>Length in seconds of media time: single signs last about one to two, sentences four to sixteen.</summary>
    public static SliceBins Length { get; } = new(" s", 1, 2, 4, 8, 16);

    /// <summary>Frame rate; the usual 15, 25, 30 and 50 or 60 frames/s lie inside of a group, not at its edge.</summary>
    public static SliceBins FrameRate { get; } = new(" frames/s", 12, 20, 27, 45);

    /// <summary>Mean brightness of the frames, 0 to 255.</summary>
    public static SliceBins Light { get; } = new("", 40, 80, 120, 160, 200);

    /// <summary>The groups, in order of their values.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The group of a value: from its lower end, up to and without its upper end.</summary>
    /// <returns>Null where the value is not known: null, not a number, or below 0.</returns>
    public string? Of(double? value) => value is >= 0 and var known ? Names[_edges.TakeWhile(edge => edge <= known).Count()] : null;
}
