namespace SignBridge.Cli.Tests;

public sealed class MissingLibraryTests
{
    [Fact]
    public void NameIn_MessageOfTheLoader_IsTheLibraryThatTheOtherNeeds()
    {
        var message = "Unable to load shared library 'OpenCvSharpExtern' or one of its dependencies.\n"
            + "/app/libOpenCvSharpExtern: cannot open shared object file: No such file or directory\n"
            + "libgtk-3.so.0: cannot open shared object file: No such file or directory\n";
        Assert.Equal("libgtk-3.so.0", MissingLibrary.NameIn(new DllNotFoundException(message)));
    }

    [Fact]
    public void NameIn_AnotherMessage_IsItsFirstLine() =>
        Assert.Equal("Cannot load it.", MissingLibrary.NameIn(new DllNotFoundException("Cannot load it.\nMore.")));
}
