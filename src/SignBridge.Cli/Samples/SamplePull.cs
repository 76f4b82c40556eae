using System.Security.Cryptography;
using System.Text;

namespace SignBridge.Cli;

/// <summary>Fetches a public data set file by file. A file that is there already and right is kept, so an interrupted pull goes on where it stopped.</summary>
internal sealed class SamplePull(HttpClient http)
{
    private const int Connections = 4;

    /// <exception cref="SignBridgeException">A file cannot be fetched or is not the pinned one (<see cref="FailureKind.Input"/>), or cannot be
    /// written (<see cref="FailureKind.Output"/>).</exception>
    public async Task PullAsync(SampleManifest manifest, string folder, Action<SampleFile> finished, CancellationToken cancellationToken)
    {
        try
        {
            await PullFilesAsync(manifest, folder, finished, cancellationToken);
            await WriteLabelsAsync(manifest, folder, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Unwritable(folder, e);
        }
    }

    private async Task PullFilesAsync(SampleManifest manifest, string folder, Action<SampleFile> finished, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(manifest.Files, options, async (file, token) =>
        {
            var path = Path.Combine(folder, file.Path);
            if (!File.Exists(path) || !IsPinned(await File.ReadAllBytesAsync(path, token), file))
                await FetchAsync(new Uri(manifest.Source, file.Source), file, path, token);
            finished(file);
        });
    }

    private async Task FetchAsync(Uri address, SampleFile file, string path, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await http.GetByteArrayAsync(address, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SignBridgeException(FailureKind.Input, $"The clip '{address}' cannot be fetched ({e.Message.TrimEnd('.')}); check the network and pull again, finished files are kept.", e);
        }

        if (!IsPinned(content, file))
            throw new SignBridgeException(FailureKind.Input, $"The clip '{address}' is not the pinned file (expected {file.Bytes} bytes with git blob {file.GitBlob}); it was not kept, pull again or report it.");
        var part = path + ".part";
        await File.WriteAllBytesAsync(part, content, cancellationToken);
        File.Move(part, path, overwrite: true);
    }

    private static Task WriteLabelsAsync(SampleManifest manifest, string folder, CancellationToken cancellationToken)
    {
        var labels = new StringBuilder("gloss,file,source\n");
        foreach (var file in manifest.Files.Where(f => f.Gloss is not null))
            labels.Append(file.Gloss).Append(',').Append(file.Path).Append(',').Append(file.Source).Append('\n');
        return File.WriteAllTextAsync(Path.Combine(folder, "labels.csv"), labels.ToString(), cancellationToken);
    }

    private static bool IsPinned(byte[] content, SampleFile file)
    {
        if (content.LongLength != file.Bytes)
            return false;
#pragma warning disable CA5350 // git's own identity of a file; the pinned commit fixes it
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        sha1.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length}\0"));
        sha1.AppendData(content);
        return Convert.ToHexStringLower(sha1.GetHashAndReset()) == file.GitBlob;
    }
}
