using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace SignBridge.Web;

/// <summary>The files of the page, which travel in the assembly: a path of a request is only ever looked up among their names.</summary>
internal sealed class PageFiles
{
    private const string Folder = "wwwroot/";
    private const string Index = "index.html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly Dictionary<string, (byte[] Content, string Type, EntityTagHeaderValue Tag)> _files;

    public PageFiles(Assembly assembly) => _files = assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(n => n[Folder.Length..], n => Read(assembly, n));

    /// <summary><c>GET /PATH</c>.</summary>
    public IResult Get(HttpContext context, string? path)
    {
        if (!_files.TryGetValue(string.IsNullOrEmpty(path) ? Index : path, out var file))
            return Problems.Of(StatusCodes.Status404NotFound, "There is nothing at this path.");
        context.Response.Headers.CacheControl = "no-cache"; // asked again each time, answered by the tag
        return Results.Bytes(file.Content, file.Type, entityTag: file.Tag);
    }

    private static (byte[] Content, string Type, EntityTagHeaderValue Tag) Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        if (!Types.TryGetContentType(name, out var type))
            type = "application/octet-stream";
        else if (type.StartsWith("text/", StringComparison.Ordinal))
            type += "; charset=utf-8";
        return (content, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""));
    }
}
