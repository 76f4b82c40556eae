namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>Maps glosses that a benchmark counts as one, and drops what it does not count, before hypothesis and reference are compared.</summary>
public abstract class GlossCleaner
{
    /// <summary>The cleaner that changes nothing.</summary>
    public const string None = "none";

    private static readonly GlossCleaner[] All = [new NoGlossCleaner(), new Phoenix2014Cleaner(), new Phoenix2014TCleaner()];

    private protected GlossCleaner(string name) => Name = name;

    /// <summary>All names: <c>none</c>, <c>phoenix-2014</c>, <c>phoenix-2014t</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(c => c.Name)];

    /// <summary>As <c>--clean</c> and the signature have it.</summary>
    public string Name { get; }

    /// <summary>The cleaner of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static GlossCleaner Named(string name) =>
        Array.Find(All, c => c.Name == name) ?? throw new ArgumentException($"There is no cleaner '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Cleans a line of glosses that blanks separate.</summary>
    public abstract string Clean(string glosses);
}
