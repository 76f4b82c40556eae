namespace SignBridge.Pose.Holistic;

/// <summary>How strongly a <see cref="OneEuroFilter"/> smooths.</summary>
/// <param name="MinCutoff">Cut-off frequency in hertz of a value at rest: lower is smoother.</param>
/// <param name="Beta">How fast the cut-off rises with the speed: higher lags less.</param>
/// <param name="DerivativeCutoff">Cut-off frequency in hertz of the speed itself.</param>
internal readonly record struct OneEuroSettings(double MinCutoff, double Beta, double DerivativeCutoff = 1);
