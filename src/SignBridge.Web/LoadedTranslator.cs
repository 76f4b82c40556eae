namespace SignBridge.Web;

/// <summary>The models, once they are loaded.</summary>
/// <param name="loading">Loads them; the translator stays the caller's.</param>
internal sealed class LoadedTranslator(Task<Translator> loading)
{
    /// <summary>Null while they are being loaded, or where that failed.</summary>
    public Translator? Value => loading.IsCompletedSuccessfully ? loading.Result : null;
}
