using System.Net.WebSockets;

namespace SignBridge.Sessions;

/// <summary>Clients that come and go: poses every 2 s and video every 20 s, every third of them killed; a <c>.pose</c> upload every 10 s.</summary>
internal sealed class Visitors(Uri service, IReadOnlyList<RecordedClip> clips) : IDisposable
{
    private static readonly TimeSpan PosesEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan VideoEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan UploadEvery = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new() { BaseAddress = service };
    private int _ended;
    private int _understood;
    private int _killed;
    private int _failed;
    private int _uploads;

    public string Summary => $"{_ended} sessions ended properly ({_understood} with a caption), {_killed} were killed, {_failed} failed; {_uploads} uploads";

    /// <summary>Until cancelled; those who are there then still finish.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        EveryAsync(PosesEvery, n => VisitAsync(clips[n % clips.Count].Poses, isKilled: n % 3 == 2), cancellationToken),
        EveryAsync(VideoEvery, n => VisitAsync(clips[n % clips.Count].Images, isKilled: n % 3 == 2), cancellationToken),
        EveryAsync(UploadEvery, n => UploadAsync(clips[n % clips.Count].PoseFile), cancellationToken));

    public void Dispose() => _http.Dispose();

    private static async Task EveryAsync(TimeSpan interval, Func<int, Task> start, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval);
        var running = new List<Task>();
        try
        {
            for (var n = 0; await timer.WaitForNextTickAsync(cancellationToken); n++)
            {
                await Task.WhenAll(running.Where(t => t.IsFaulted)); // a mistake of ours ends the measurement
                running.RemoveAll(t => t.IsCompleted);
                running.Add(start(n));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task VisitAsync(Recording recording, bool isKilled)
    {
        var visit = new Visit(service, recording);
        try
        {
            await visit.RunAsync(isKilled, CancellationToken.None);
        }
        catch (WebSocketException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }

        Interlocked.Increment(ref isKilled ? ref _killed : ref visit.Closed == WebSocketCloseStatus.NormalClosure ? ref _ended : ref _failed);
        if (visit.IsUnderstood)
            Interlocked.Increment(ref _understood);
    }

    private async Task UploadAsync(byte[] poses)
    {
        using var content = new ByteArrayContent(poses);
        using var answer = await _http.PostAsync(new Uri("/v1/translate", UriKind.Relative), content);
        Interlocked.Increment(ref answer.IsSuccessStatusCode ? ref _uploads : ref _failed);
    }
}
