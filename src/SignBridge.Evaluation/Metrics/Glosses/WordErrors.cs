namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>The errors of an alignment.</summary>
/// <param name="Substitutions">Words in place of others.</param>
/// <param name="Deletions">Words missing in the hypothesis.</param>
/// <param name="Insertions">Words too many.</param>
/// <param name="ReferenceWords">Words of the reference.</param>
internal readonly record struct WordErrors(int Substitutions, int Deletions, int Insertions, int ReferenceWords);
