namespace SignBridge.Evaluation.Inspection;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>To know.</summary>
    Info,

    /// <summary>A score on these data means less than it says, or a model learns less than it could.</summary>
    Warning,

    /// <summary>A score on these data is wrong, or part of them cannot be used.</summary>
    Error,
}
