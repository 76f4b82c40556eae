using System.Text.Json;

namespace SignBridge.Testing;

/// <summary>A shipped sample: its video, its poses, and what both say.</summary>
public sealed record SampleClip(string Name, IReadOnlyList<string> Glosses, string Text)
{
    /// <summary>All rows of samples.json.</summary>
    public static IReadOnlyList<SampleClip> All { get; } = Read();

    public string Video => Path.Combine(Repository.Samples, Name + ".mp4");

    public string Poses => Path.Combine(Repository.Samples, Name + ".pose");

    public static SampleClip Named(string name) => All.Single(s => s.Name == name);

    /// <summary>How many glosses are to be replaced, left out or put in to come from one line to the other.</summary>
    public int Distance(IReadOnlyList<string> glosses)
    {
        var row = Enumerable.Range(0, glosses.Count + 1).ToArray();
        for (var i = 0; i < Glosses.Count; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i + 1);
            for (var j = 0; j < glosses.Count; j++)
            {
                left = Math.Min(Math.Min(left, row[j + 1]) + 1, diagonal + (Glosses[i] == glosses[j] ? 0 : 1));
                (diagonal, row[j + 1]) = (row[j + 1], left);
            }
        }

        return row[^1];
    }

    private static SampleClip[] Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "samples.json")));
        return [.. file.RootElement.GetProperty("rows").EnumerateArray().Select(row => new SampleClip(
            Path.GetFileNameWithoutExtension(row.GetProperty("video").GetString()!),
            [.. row.GetProperty("gloss").EnumerateArray().Select(g => g.GetString()!)],
            row.GetProperty("text").GetString()!))];
    }
}
