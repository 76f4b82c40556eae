namespace SignBridge;

/// <summary>A sentence and what is to be said about it.</summary>
internal sealed record TranslatedUtterance(Caption Caption, IReadOnlyList<Notice> Notices);
