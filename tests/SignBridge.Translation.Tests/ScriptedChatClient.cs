using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SignBridge.Translation.Tests;

/// <summary>A chat client that streams what the test says and keeps what it was asked.</summary>
internal sealed class ScriptedChatClient(Func<CancellationToken, IAsyncEnumerable<string>> answer) : IChatClient
{
    public ScriptedChatClient(params string[] parts)
        : this(_ => parts.ToAsyncEnumerable())
    {
    }

    public IReadOnlyList<ChatMessage> Asked { get; private set; } = [];

    public ChatOptions? Options { get; private set; }

    public bool IsDisposed { get; private set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        (Asked, Options) = ([.. messages], options);
        await foreach (var part in answer(cancellationToken).WithCancellation(cancellationToken))
            yield return new ChatResponseUpdate(ChatRole.Assistant, part);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The translator streams.");

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "scripted-model") : null;

    public void Dispose() => IsDisposed = true;
}
