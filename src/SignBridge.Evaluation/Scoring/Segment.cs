namespace SignBridge.Evaluation.Scoring;

/// <summary>A segment of a file.</summary>
/// <param name="Id">Its id; null where the place in the file is all that names it.</param>
/// <param name="Text">A sentence or glosses between blanks.</param>
internal sealed record Segment(string? Id, string Text);
