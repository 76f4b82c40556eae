using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SignBridge.Cli.Tests")]
