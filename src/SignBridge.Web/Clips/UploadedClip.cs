using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SignBridge.Web;

/// <summary>The clip of a request in a temporary file, which goes with it. Its name is ours, not the client's.</summary>
internal sealed class UploadedClip : IDisposable
{
    /// <summary>What messages and results call it.</summary>
    public const string Name = "upload";

    private readonly FileStream _file;

    private UploadedClip(FileStream file) => _file = file;

    public string Path => _file.Name;

    /// <summary>What the first bytes say, whatever the client says.</summary>
    public ClipKind Kind { get; private set; }

    /// <summary>Receives the clip: the whole body, or the first file of a form.</summary>
    /// <exception cref="BadHttpRequestException">The body is too big, cut off, or a form without a file.</exception>
    public static async Task<UploadedClip> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var clip = new UploadedClip(CreateFile());
        try
        {
            await (await ContentAsync(request, cancellationToken)).CopyToAsync(clip._file, cancellationToken);
            await clip._file.FlushAsync(cancellationToken);
            clip.Kind = ReadKind(clip._file);
            return clip;
        }
        catch
        {
            clip.Dispose();
            throw;
        }
    }

    /// <summary>A message in which the user reads what they sent, not the temporary file.</summary>
    public string Describe(string message) => message.Replace(Path, Name, StringComparison.Ordinal);

    /// <summary>Deletes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStream CreateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"signbridge-{Guid.NewGuid():N}"), options);
    }

    private static async Task<Stream> ContentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return request.Body;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
            throw new BadHttpRequestException("The form has no boundary: send it as multipart/form-data.");
        var parts = new MultipartReader(boundary, request.Body);
        while (await NextAsync(parts, cancellationToken) is { } part)
        {
            if (part.GetContentDispositionHeader()?.IsFileDisposition() == true)
                return part.Body;
        }

        throw new BadHttpRequestException("The form has no file: add a video or a .pose file.");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read: send it as multipart/form-data.", e);
        }
    }

    private static ClipKind ReadKind(FileStream file)
    {
        Span<byte> start = stackalloc byte[16];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return ClipKinds.Of(start);
    }
}
