using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

public sealed class EnrolledSignFolderTests(LoadedRecognizer loaded) : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("signs-");

    private EnrolledSignFolder Folder => new(Path.Combine(_temporary.FullName, "not", "yet", "there"));

    [Fact]
    public void Save_InAFolderThatIsNotThere_CreatesItAndReadsTheSameBack()
    {
        var sign = Sign("kai");

        var file = Folder.Save(sign, overwrite: false);

        var read = EnrolledSignFile.Read(file);
        Assert.Equal((sign.Name, sign.Recognizer), (read.Name, read.Recognizer));
        Assert.Equal(sign.Examples, read.Examples);
        Assert.Equal(1, Folder.Read(loaded.Recognizer).Count);
        Assert.Equal([file], Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public void Read_NoFolder_HasNoSigns() => Assert.Equal(0, Folder.Read(loaded.Recognizer).Count);

    [Fact]
    public void Save_SignThatIsThere_IsRefusedUnlessItMayBeReplaced()
    {
        Folder.Save(Sign("kai"), overwrite: false);

        var failure = Assert.Throws<SignBridgeException>(() => Folder.Save(Sign("kai", 2), overwrite: false));
        Folder.Save(Sign("kai", 3), overwrite: true);

        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains("was taught already", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, EnrolledSignFile.Read(Folder.FileOf("kai")).Examples.Count);
    }

    [Fact]
    public async Task Save_ManyAtOnce_OneWinsAndItsFileIsWhole()
    {
        var saves = await Task.WhenAll(Enumerable.Range(1, 12).Select(examples => Task.Run(() =>
        {
            try
            {
                Folder.Save(Sign("kai", examples), overwrite: false);
                return examples;
            }
            catch (SignBridgeException e) when (e.Kind == FailureKind.Output)
            {
                return 0;
            }
        }, TestContext.Current.CancellationToken)));

        var winner = Assert.Single(saves, s => s > 0);
        Assert.Equal(winner, EnrolledSignFile.Read(Folder.FileOf("kai")).Examples.Count);
        Assert.Single(Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public async Task Read_WhileASignIsReplaced_AlwaysSeesAWholeOne()
    {
        Folder.Save(Sign("kai"), overwrite: false);
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
                Folder.Save(Sign("kai", 1 + i % 5), overwrite: true);
        }, TestContext.Current.CancellationToken);

        while (!writing.IsCompleted)
            Assert.Equal(1, Folder.Read(loaded.Recognizer).Count);
        await writing;
    }

    [Fact]
    public void Remove_Sign_ForgetsItAndIsRefusedTheSecondTime()
    {
        Folder.Save(Sign("kai"), overwrite: false);

        Folder.Remove("kai");

        Assert.Empty(Folder.Files());
        Assert.Contains("There is no taught sign 'kai'", Assert.Throws<SignBridgeException>(() => Folder.Remove("kai")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[null]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[]]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[0,0]]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[1,2],[1]]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[1e300,2]]}")]
    [InlineData("{\"name\":\"kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[1,2]]}")]
    [InlineData("{\"name\":\"../kai\",\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[1,2]]}")]
    [InlineData("{\"name\":null,\"recognizer\":{\"name\":\"asl-signs\",\"sha256\":\"SHA\"},\"examples\":[[1,2]]}")]
    public void Read_FileThatIsNoSign_IsRefusedInOneSentence(string content)
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Folder.FileOf("kai"), content.Replace("SHA", loaded.Recognizer.Identity.Sha256, StringComparison.Ordinal));

        AssertRefused("is not a taught sign");
    }

    [Fact]
    public void Read_SignOfOtherWeights_IsRefused()
    {
        Folder.Save(Sign("kai") with { Recognizer = new RecognizerIdentity("asl-signs", "0123") }, overwrite: false);

        AssertRefused("was taught to the recogniser 'asl-signs' with other weights");
    }

    [Fact]
    public void Of_RecognizerWithoutThreshold_IsRefused()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Models, "asl-signs")))
            File.Copy(file, Path.Combine(_temporary.FullName, Path.GetFileName(file)));
        var card = Path.Combine(_temporary.FullName, "card.json");
        File.WriteAllText(card, File.ReadAllText(card).Replace("\"enrolledThreshold\"", "\"other\"", StringComparison.Ordinal));
        using var recognizer = SignRecognizer.Load(ModelPackage.Open(_temporary.FullName), LoadedRecognizer.Sessions, new RecognitionOptions());

        var failure = Assert.Throws<SignBridgeException>(() => EnrolledSign.Of("kai", [Poses.Nobody(4)], recognizer));

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains("No sign can be taught", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kai")]
    [InlineData("Großmutter")]
    [InlineData("नमस्ते")]
    [InlineData("o'brien-2")]
    public void FileOf_Word_IsAFileOfTheFolder(string name) => Assert.Equal(Folder.Path, Path.GetDirectoryName(Folder.FileOf(name)));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("two words")]
    [InlineData("-force")]
    [InlineData("line\nend")]
    [InlineData("a|b")]
    [InlineData("0123456789012345678901234567890123456789012345678")]
    public void FileOf_WhatIsNoWord_IsRefusedInOneLine(string name)
    {
        var failure = Assert.Throws<SignBridgeException>(() => Folder.FileOf(name));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.StartsWith("A sign cannot be called", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    public void Dispose() => _temporary.Delete(recursive: true);

    private EnrolledSign Sign(string name, int examples = 2) =>
        new(name, loaded.Recognizer.Identity, [.. Enumerable.Range(1, examples).Select(i => Enumerable.Range(0, loaded.Recognizer.EmbeddingSize).Select(k => MathF.Sin(i * k)).ToArray())]);

    private void AssertRefused(string expected)
    {
        var failure = Assert.Throws<SignBridgeException>(() => Folder.Read(loaded.Recognizer));

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Folder.FileOf("kai"), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
