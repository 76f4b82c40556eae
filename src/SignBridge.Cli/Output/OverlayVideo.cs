namespace SignBridge.Cli;
internal static class OverlayVideo { public static Task WriteAsync(ClipFile f, double r, TranslationResult x, string p, bool o, CancellationToken c) => Task.CompletedTask; }
