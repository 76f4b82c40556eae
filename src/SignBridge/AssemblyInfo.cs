using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SignBridge.Tests")]
