namespace SignBridge.Web.Tests;

public sealed class FrameWindowTests
{
    private readonly FrameWindow _window = new(3, TimeSpan.FromSeconds(60));

    [Fact]
    public void Acknowledged_IsTheLastOfThoseThatAreAllFinished()
    {
        Assert.Equal(0, _window.Acknowledged);
        Receive(1, 2, 4);
        _window.Finish(2);
        Assert.Equal(0, _window.Acknowledged);
        _window.Finish(1);
        Assert.Equal(3, _window.Acknowledged); // there is no frame 3
        _window.Finish(4);
        Assert.Equal((4, 4), (_window.Acknowledged, _window.Newest));
    }

    [Fact]
    public void Receive_MoreThanMayBeInFlight_IsAViolation()
    {
        Receive(1, 2, 3);
        Assert.Equal("too-many-frames", Assert.Throws<ProtocolViolation>(() => Receive(4)).Code);
        _window.Finish(1);
        Receive(4);
        Assert.Equal(4, _window.Newest);
    }

    [Fact]
    public void Receive_AFrameThatWasRefused_ChangesNothing()
    {
        Receive(5);
        Assert.Throws<ProtocolViolation>(() => Receive(5));
        Assert.Throws<ProtocolViolation>(() => _window.Receive(new FrameHeader(FrameKind.Image, 6, TimeSpan.FromSeconds(5))));
        Assert.Throws<ProtocolViolation>(() => _window.Receive(new FrameHeader(FrameKind.Image, 6, TimeSpan.FromSeconds(65.1))));
        Receive(6);
        Assert.Equal((4, 6), (_window.Acknowledged, _window.Newest));
    }

    private void Receive(params long[] numbers)
    {
        foreach (var number in numbers)
            _window.Receive(new FrameHeader(FrameKind.Image, number, TimeSpan.FromSeconds(number)));
    }
}
