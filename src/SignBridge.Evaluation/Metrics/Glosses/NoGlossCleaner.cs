namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>Leaves the glosses as they are.</summary>
internal sealed class NoGlossCleaner() : GlossCleaner("none")
{
    public override string Clean(string glosses) => glosses;
}
