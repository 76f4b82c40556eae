using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class EncodedImageTests
{
    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public void Decode_Image_GivesItsPixels(string format)
    {
        using var image = new Mat(48, 65, MatType.CV_8UC3, new Scalar(200, 100, 50));
        var bytes = image.ToBytes(format);

        Assert.Equal((65, 48), EncodedImage.SizeOf(bytes));
        using var decoded = EncodedImage.Decode(bytes, 65, 48);

        Assert.Equal(MatType.CV_8UC3, decoded.Type());
        var mean = Cv2.Mean(decoded);
        Assert.InRange(mean.Val0, 195, 205);
        Assert.InRange(mean.Val2, 45, 55);
    }

    [Fact]
    public void SizeOf_LosslessAndExtendedWebP_AreRead()
    {
        using var image = new Mat(48, 65, MatType.CV_8UC3, Scalar.Red);
        var lossless = image.ToBytes(".webp", new ImageEncodingParam(ImwriteFlags.WebPQuality, 101));
        Assert.Equal((65, 48), EncodedImage.SizeOf(lossless));

        // A VP8X header: flags, three reserved bytes, then width - 1 and height - 1 in 24 bits each.
        byte[] extended = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x07, 0, 0x37, 0x04, 0];
        Assert.Equal((1920, 1080), EncodedImage.SizeOf(extended));
    }

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("FFD8FFD9")]
    [InlineData("FFD8FFC0001108000000010111000211010311")] // a height of 0
    [InlineData("89504E470D0A1A0A0000000D49484452")]
    [InlineData("474946383961010001008000000000000000000000")] // GIF
    [InlineData("52494646000000005745425056503858")]
    public void SizeOf_OtherBytes_IsNull(string bytes) => Assert.Null(EncodedImage.SizeOf(Convert.FromHexString(bytes)));

    [Fact]
    public void SizeOf_RandomBytesBehindASignature_NeverFails()
    {
        var random = new Random(1);
        byte[][] signatures = [[0xFF, 0xD8], [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], [.. "RIFF1234WEBPVP8 "u8], [.. "RIFF1234WEBPVP8L"u8]];
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            _ = EncodedImage.SizeOf([.. signatures[i % signatures.Length], .. bytes]);
        }
    }

    [Fact]
    public void Decode_HugeImage_IsRefusedBeforeItIsDecoded()
    {
        using var image = new Mat(4, 4, MatType.CV_8UC3, Scalar.Black);
        var bytes = image.ToBytes(".png");
        bytes[16] = 0x40; // a width of 2^30: decoding it would ask for gigabytes

        var failure = Assert.Throws<SignBridgeException>(() => EncodedImage.Decode(bytes, 640, 480));
        Assert.Equal("The image is 1073741828x4, expected 640x480: scale it.", failure.Message);
    }

    [Fact]
    public void Decode_DamagedImage_IsRefused()
    {
        using var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black);
        var bytes = image.ToBytes(".png")[..60];

        var failure = Assert.Throws<SignBridgeException>(() => EncodedImage.Decode(bytes, 64, 48));
        Assert.Equal((FailureKind.Input, "The image cannot be decoded: it is damaged, so encode it again."), (failure.Kind, failure.Message));
    }
}
