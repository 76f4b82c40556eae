using System.Xml.Linq;

namespace SignBridge.Evaluation.Datasets;

/// <summary>A recording that an ELAN document is about.</summary>
/// <param name="Url">Where it lay when the document was saved; empty where it is not said.</param>
/// <param name="RelativeUrl">The same, seen from the document; empty where it is not said.</param>
/// <param name="Origin">Where in the recording the time of the document begins.</param>
internal sealed record ElanMedia(string Url, string RelativeUrl, TimeSpan Origin)
{
    /// <summary>Reads a <c>MEDIA_DESCRIPTOR</c>.</summary>
    public static ElanMedia Of(XElement descriptor) => new(
        (string?)descriptor.Attribute("MEDIA_URL") ?? "",
        (string?)descriptor.Attribute("RELATIVE_MEDIA_URL") ?? "",
        TimeSpan.FromMilliseconds((double?)descriptor.Attribute("TIME_ORIGIN") ?? 0));

    /// <summary>Where the recording may lie now, likeliest first: as linked, else beside the document.</summary>
    /// <param name="folder">The folder of the document.</param>
    public IEnumerable<string> Places(string folder)
    {
        var relative = Unescape(RelativeUrl);
        if (relative.Length > 0)
            yield return Path.GetFullPath(Path.Combine(folder, relative));
        if (Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.IsFile)
            yield return url.LocalPath;
        var name = Path.GetFileName(relative.Length > 0 ? relative : Unescape(Url));
        if (name.Length > 0)
            yield return Path.Combine(folder, name);
    }

    private static string Unescape(string url) => Uri.UnescapeDataString(url);
}
