using System.Text;
using Microsoft.AspNetCore.Http;

namespace SignBridge.Web;

/// <summary>How the result of a clip is written.</summary>
/// <param name="Name">As <c>?format=</c> names it.</param>
/// <param name="MediaType">As the <c>Accept</c> header names it.</param>
/// <param name="Write">Writes it.</param>
internal sealed record ResultFormat(string Name, string MediaType, Func<TranslationResult, byte[]> Write)
{
    /// <summary>The formats; the first is the default.</summary>
    public static IReadOnlyList<ResultFormat> All { get; } =
    [
        new("json", "application/json", result => JsonBytes.Of(json => ResultJson.Write(json, result))),
        new("srt", "application/x-subrip", result => Encoding.UTF8.GetBytes(Subtitles.ToSrt(result.Captions))),
        new("vtt", "text/vtt", result => Encoding.UTF8.GetBytes(Subtitles.ToVtt(result.Captions))),
    ];

    /// <summary>The format that a request wants: the one it names, else the first in its <c>Accept</c> header that there is.</summary>
    /// <returns>Null where it names another.</returns>
    public static ResultFormat? Of(HttpRequest request, string? name)
    {
        if (name is not null)
            return All.FirstOrDefault(f => f.Name == name);
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value);
        return accepted.Select(a => All.FirstOrDefault(f => f.MediaType.Equals(a, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null) ?? All[0];
    }

    public IResult Result(TranslationResult result) => Results.Bytes(Write(result), $"{MediaType}; charset=utf-8");
}
