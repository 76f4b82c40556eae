using SignBridge.Onnx;

namespace SignBridge.Recognition;

/// <summary>Which recogniser an embedding comes from: those of another one, or of other weights, mean something else.</summary>
/// <param name="Name">The package.</param>
/// <param name="Sha256">The sha256 of its graph.</param>
public sealed record RecognizerIdentity(string Name, string Sha256)
{
    /// <summary>That of a package, by its card alone.</summary>
    /// <exception cref="SignBridgeException">The package has no graph or several (<see cref="FailureKind.Model"/>).</exception>
    public static RecognizerIdentity Of(ModelPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new RecognizerIdentity(package.Card.Name, RecognitionContract.GraphOf(package).Sha256);
    }
}
