using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SignBridge.Evaluation.Datasets;

/// <summary>An ELAN annotation document (<c>.eaf</c>, EAF 2.6 to 3.0).</summary>
/// <remarks>Source: the schema EAFv3.0.xsd of the Max Planck Institute for Psycholinguistics. Times are milliseconds, which is the one unit
/// that ELAN writes. A time slot without a value lies evenly between its neighbours. An annotation that refers to another one has its time.</remarks>
internal sealed class ElanDocument
{
    private readonly Dictionary<string, TimeSpan> _slots;
    private readonly Dictionary<string, XElement> _annotations;

    private ElanDocument(XElement root)
    {
        _slots = Slots([.. root.Elements("TIME_ORDER").Elements("TIME_SLOT")]);
        _annotations = root.Elements("TIER").Elements("ANNOTATION").Elements().ToDictionary(IdOf, StringComparer.Ordinal);
        Media = [.. root.Elements("HEADER").Elements("MEDIA_DESCRIPTOR").Select(ElanMedia.Of)];
        Tiers = [.. root.Elements("TIER").Select(TierOf)];
    }

    /// <summary>The media that the document is about, in order.</summary>
    public IReadOnlyList<ElanMedia> Media { get; }

    /// <summary>The tiers, in order.</summary>
    public IReadOnlyList<ElanTier> Tiers { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not such a document; the message says why.</exception>
    public static ElanDocument Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root is { Name.LocalName: "ANNOTATION_DOCUMENT" } root
                ? new ElanDocument(root)
                : throw new FormatException("it is no ELAN annotation document");
        }
        catch (XmlException e)
        {
            throw new FormatException(FormattableString.Invariant($"it is not XML at line {e.LineNumber}"), e);
        }
        catch (Exception e) when (e is KeyNotFoundException or ArgumentException)
        {
            throw new FormatException("it refers to a time slot or an annotation that is not there, or names one twice", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"it cannot be read ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static Dictionary<string, TimeSpan> Slots(XElement[] slots)
    {
        var times = Array.ConvertAll(slots, s => (double?)s.Attribute("TIME_VALUE"));
        var before = -1;
        for (var i = 0; i <= times.Length; i++)
        {
            if (i < times.Length && times[i] is null)
                continue;
            var from = before < 0 ? 0 : times[before]!.Value;
            var to = i < times.Length ? times[i]!.Value : from;
            for (var j = before + 1; j < i; j++)
                times[j] = from + (to - from) * (j - before) / (i - before);
            before = i;
        }

        return slots.Zip(times).ToDictionary(s => Required(s.First, "TIME_SLOT_ID"), s => TimeSpan.FromMilliseconds(s.Second!.Value), StringComparer.Ordinal);
    }

    private ElanTier TierOf(XElement tier) => new(
        Required(tier, "TIER_ID"),
        (string?)tier.Attribute("LINGUISTIC_TYPE_REF") ?? "",
        (string?)tier.Attribute("PARTICIPANT") is { Length: > 0 } participant ? participant : null,
        [.. tier.Elements("ANNOTATION").Elements().Select(AnnotationOf)]);

    private ElanAnnotation AnnotationOf(XElement annotation)
    {
        var aligned = annotation;
        for (var depth = 0; aligned.Name.LocalName == "REF_ANNOTATION"; depth++)
            aligned = depth < _annotations.Count ? _annotations[Required(aligned, "ANNOTATION_REF")] : throw new FormatException("its annotations refer to each other in a circle");
        return new ElanAnnotation(
            IdOf(annotation),
            _slots[Required(aligned, "TIME_SLOT_REF1")],
            _slots[Required(aligned, "TIME_SLOT_REF2")],
            ((string?)annotation.Element("ANNOTATION_VALUE") ?? "").Trim());
    }

    private static string IdOf(XElement annotation) => Required(annotation, "ANNOTATION_ID");

    private static string Required(XElement element, string attribute) => (string?)element.Attribute(attribute)
        ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"a {element.Name.LocalName} has no {attribute}"));
}
