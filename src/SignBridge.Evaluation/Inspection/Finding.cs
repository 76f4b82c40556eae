namespace SignBridge.Evaluation.Inspection;

/// <summary>Something that whoever trains or measures on the data should know.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">For programs, for example <c>leakage</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record Finding(Severity Severity, string Code, string Message);
