using System.Net;

namespace SignBridge.Web;

/// <summary>Where the service listens, who may use it and how much.</summary>
public sealed record ServeOptions
{
    /// <summary>The address; port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8600);

    /// <summary>What clients must know; null lets everybody in who reaches the address.</summary>
    public string? Token { get; init; }

    /// <summary>Whether an address that other machines reach may be used without a token.</summary>
    public bool Insecure { get; init; }

    /// <summary>Origins whose pages may use the service beside its own, for example <c>https://example.org</c>.</summary>
    public IReadOnlyList<Uri> AllowedOrigins { get; init; } = [];

    /// <summary>What a live session may use.</summary>
    public LiveLimits Live { get; init; } = new();

    /// <summary>What an uploaded clip may use.</summary>
    public ClipLimits Clips { get; init; } = new();

    /// <summary>What taught signs may use.</summary>
    public SignLimits Signs { get; init; } = new();

    /// <summary>The clock of all limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Why these options would leave the service open by mistake; null where they do not.</summary>
    public string? Risk
    {
        get
        {
            if (Token is { Length: < ShortestToken })
                return $"A token of {Token.Length} characters can be guessed: use at least {ShortestToken}";
            return Token is null && !Insecure && !IPAddress.IsLoopback(Listen.Address)
                ? $"Other machines reach {Listen.Address}: set a token, or --insecure to let everybody in"
                : null;
        }
    }

    /// <summary>Whether clients may teach and remove signs: never where other machines reach the address without a token, as signs stay.</summary>
    public bool AllowsTeaching => Token is not null || IPAddress.IsLoopback(Listen.Address);

    private const int ShortestToken = 16;
}
