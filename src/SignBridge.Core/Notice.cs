namespace SignBridge;

/// <summary>Something the user should know about a result that was still produced.</summary>
/// <param name="Code">A stable kebab-case word for programs, for example <c>nobody-in-view</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record Notice(string Code, string Message);
