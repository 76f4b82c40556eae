namespace SignBridge.Core.Tests;

/// <summary>An item that knows how often it was disposed.</summary>
internal sealed class Ticket(int number) : IDisposable
{
    private int _disposals;

    public int Number => number;

    public int Disposals => Volatile.Read(ref _disposals);

    public void Dispose() => Interlocked.Increment(ref _disposals);
}
