using System.ComponentModel;
using SignBridge.Recognition;

namespace SignBridge.Web;

/// <summary>A taught sign as clients see it.</summary>
/// <param name="Name">What its gloss is called.</param>
/// <param name="Examples">How many examples it has.</param>
/// <param name="Notices">What is to be said about the newest example.</param>
internal sealed record TaughtSign(
    [property: Description("What its gloss is called.")] string Name,
    [property: Description("How many examples it has.")] int Examples,
    [property: Description("What is to be said about the example that was just added.")] IReadOnlyList<Notice> Notices)
{
    public static TaughtSign Of(EnrolledSign sign, params IReadOnlyList<Notice> notices) => new(sign.Name, sign.Examples.Count, notices);
}
