using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SignBridge.Translation.Tests")]
[assembly: InternalsVisibleTo("SignBridge.Benchmarks")]
[assembly: InternalsVisibleTo("LlamaCpp")]
