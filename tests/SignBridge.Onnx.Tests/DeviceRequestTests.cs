namespace SignBridge.Onnx.Tests;

public sealed class DeviceRequestTests
{
    [Theory]
    [InlineData("auto", DeviceKind.Auto, 0)]
    [InlineData("cpu", DeviceKind.Cpu, 0)]
    [InlineData("cuda", DeviceKind.Cuda, 0)]
    [InlineData("cuda:3", DeviceKind.Cuda, 3)]
    [InlineData("tensorrt", DeviceKind.TensorRt, 0)]
    [InlineData("tensorrt:3", DeviceKind.TensorRt, 3)]
    public void Parse_WrittenForm_ReadsAndWritesItBack(string text, DeviceKind kind, int index)
    {
        var request = DeviceRequest.Parse(text);

        Assert.Equal(new DeviceRequest(kind, index), request);
        Assert.Equal(text, request.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CPU")]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda: 1")]
    [InlineData("cuda:1,5")]
    [InlineData("cuda:99999999999")]
    [InlineData("cuda3")]
    [InlineData("tensorrt:")]
    [InlineData("TensorRT")]
    public void Parse_AnythingElse_NamesTheForms(string? text)
    {
        var failure = Assert.Throws<FormatException>(() => DeviceRequest.Parse(text!));

        Assert.Equal($"'{text}' is not a device: expected auto, cpu, cuda[:N] or tensorrt[:N].", failure.Message);
    }
}
