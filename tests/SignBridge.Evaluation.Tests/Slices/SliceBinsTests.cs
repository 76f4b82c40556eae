using SignBridge.Evaluation.Slices;

namespace SignBridge.Evaluation.Tests.Slices;

public sealed class SliceBinsTests
{
    [Theory]
    [InlineData(0.0, "0-1 s")]
    [InlineData(0.999, "0-1 s")]
    [InlineData(1.0, "1-2 s")]
    [InlineData(15.9, "8-16 s")]
    [InlineData(16.0, "16+ s")]
    [InlineData(900.0, "16+ s")]
    [InlineData(null, null)]
    [InlineData(double.NaN, null)]
    [InlineData(-1.0, null)]
    public void Length_Seconds_IsTheGroupFromItsLowerEnd(double? seconds, string? group) => Assert.Equal(group, SliceBins.Length.Of(seconds));

    [Theory]
    [InlineData(10, "0-12 frames/s")]
    [InlineData(14.985, "12-20 frames/s")]
    [InlineData(23.976, "20-27 frames/s")]
    [InlineData(25, "20-27 frames/s")]
    [InlineData(29.97, "27-45 frames/s")]
    [InlineData(59.94, "45+ frames/s")]
    public void FrameRate_UsualRates_LieTogetherWithTheirTelevisionVariants(double rate, string group) => Assert.Equal(group, SliceBins.FrameRate.Of(rate));

    [Theory]
    [InlineData(12.5, "0-40")]
    [InlineData(128, "120-160")]
    [InlineData(255, "200+")]
    public void Light_Brightness_IsItsGroup(double brightness, string group) => Assert.Equal(group, SliceBins.Light.Of(brightness));

    [Fact]
    public void Names_AllBins_AreInOrderOfValues() =>
        Assert.Equal(["0-1 s", "1-2 s", "2-4 s", "4-8 s", "8-16 s", "16+ s"], SliceBins.Length.Names);
}
