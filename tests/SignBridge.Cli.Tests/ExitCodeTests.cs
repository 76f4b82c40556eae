namespace SignBridge.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(FailureKind.Input, 1)]
    [InlineData(FailureKind.Model, 3)]
    [InlineData(FailureKind.Device, 4)]
    [InlineData(FailureKind.Output, 5)]
    public void Of_EveryKindOfFailure_IsTheDocumentedCode(FailureKind kind, int code) => Assert.Equal(code, ExitCode.Of(kind));
}
