using System.ComponentModel;

namespace SignBridge.Web;

/// <summary>All taught signs as clients see them.</summary>
/// <param name="Recognizer">The model that they were taught to.</param>
/// <param name="Signs">In the order of their names.</param>
internal sealed record TaughtSigns(
    [property: Description("The model that they were taught to.")] string Recognizer,
    [property: Description("In the order of their names.")] IReadOnlyList<TaughtSign> Signs);
