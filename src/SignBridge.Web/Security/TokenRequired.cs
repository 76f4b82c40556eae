namespace SignBridge.Web;

/// <summary>Marks an endpoint that only those may use who know the token, where there is one.</summary>
internal sealed class TokenRequired;
