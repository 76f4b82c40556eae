using Microsoft.AspNetCore.Http;
using SignBridge.Recognition;

namespace SignBridge.Web;

/// <summary><c>/v1/signs</c>: the taught signs, which <c>signbridge teach</c> and <c>signbridge signs</c> keep in the same folder.</summary>
/// <remarks>A name comes from outside: <see cref="SignName"/> lets no path through.</remarks>
internal static class SignsEndpoints
{
    /// <summary>Lists them.</summary>
    public static IResult List(LoadedTranslator models) => TypedResults.Ok(
        new TaughtSigns(models.Value!.Models.Recognition, [.. Store(models).All().Select(s => TaughtSign.Of(s))]));

    /// <summary>Gives one as a file, for <see cref="ImportAsync"/> or <c>signbridge signs import</c> elsewhere.</summary>
    public static IResult Export(string name, LoadedTranslator models) => Store(models).Find(name) is { } sign
        ? TypedResults.File(EnrolledSignFile.Write(sign), "application/json", sign.Name + ".json")
        : NotTaught(name);

    /// <summary>Takes a clip as a further example of a sign, or as the first one of a new sign.</summary>
    public static async Task<IResult> AddExampleAsync(
        string name, HttpRequest request, LoadedTranslator models, ServeOptions options, CancellationToken cancellationToken)
    {
        var store = Store(models);
        if (store.Find(name) is { } sign)
        {
            if (sign.Examples.Count >= options.Signs.Examples)
                return Conflict($"'{name}' has {options.Signs.Examples} examples already: more do not help.");
        }
        else if (WhyNoNew(name, store, options.Signs) is { } reason)
        {
            return Conflict(reason);
        }

        var clip = await UploadedPoses.ReceiveAsync(request, models.Value!, options.Clips with { Duration = options.Signs.Duration }, cancellationToken);
        clip.Require();
        sign = store.Add(name, clip.Poses);
        return TypedResults.Ok(store.Doubt(name, clip.Poses) is { } doubt ? TaughtSign.Of(sign, doubt) : TaughtSign.Of(sign));
    }

    /// <summary>Takes over a sign that was exported elsewhere.</summary>
    public static async Task<IResult> ImportAsync(HttpRequest request, LoadedTranslator models, ServeOptions options, CancellationToken cancellationToken)
    {
        var store = Store(models);
        var sign = await ReadAsync(request, models.Value!.Recognizer, cancellationToken);
        if (store.Find(sign.Name) is not null)
            return Conflict($"The sign '{sign.Name}' was taught already: remove it first.");
        if (WhyNoNew(sign.Name, store, options.Signs) is { } reason)
            return Conflict(reason);
        store.Save(sign, overwrite: false);
        return TypedResults.Created($"/v1/signs/{Uri.EscapeDataString(sign.Name)}", TaughtSign.Of(sign));
    }

    /// <summary>Forgets one.</summary>
    public static IResult Remove(string name, LoadedTranslator models) => Store(models).Remove(name) ? TypedResults.NoContent() : NotTaught(name);

    private static EnrolledSignStore Store(LoadedTranslator models) => models.Value!.Signs!;

    private static string? WhyNoNew(string name, EnrolledSignStore store, SignLimits limits)
    {
        if (store.InVocabulary(name) is { } known)
            return $"The sign '{known}' is known already: choose another name.";
        return store.All().Count >= limits.Signs ? $"{limits.Signs} signs are taught already: remove one first." : null;
    }

    private static async Task<EnrolledSign> ReadAsync(HttpRequest request, SignRecognizer recognizer, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellationToken);
        try
        {
            return EnrolledSignFile.Parse(content.GetBuffer().AsSpan(0, (int)content.Length), UploadedClip.Name, recognizer);
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Model)
        {
            throw new SignBridgeException(FailureKind.Input, e.Message, e);
        }
    }

    private static IResult Conflict(string reason) => Problems.Of(StatusCodes.Status409Conflict, reason);

    private static IResult NotTaught(string name) => Problems.Of(StatusCodes.Status404NotFound, $"There is no taught sign '{name}'.");
}
