using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class FramePoolTests
{
    [Fact]
    public void Rent_AfterDisposal_GivesTheSameFrame()
    {
        using var pool = new FramePool();
        var frame = pool.Rent();
        frame.Dispose();
        Assert.Same(frame, pool.Rent());
        frame.Dispose();
        Assert.Equal(1, pool.IdleCount);
    }

    [Fact]
    public void Frame_DisposedIntoAFullPool_FreesItsImage()
    {
        using var pool = new FramePool(capacity: 1);
        var (first, second) = (pool.Rent(), pool.Rent());
        first.Dispose();
        second.Dispose();
        Assert.Equal(1, pool.IdleCount);
        Assert.False(first.Image.IsDisposed);
        Assert.True(second.Image.IsDisposed);
    }

    [Fact]
    public void Dispose_FreesIdleImagesNowAndOthersWhenTheyComeBack()
    {
        var pool = new FramePool();
        var (idle, used) = (pool.Rent(), pool.Rent());
        idle.Dispose();
        pool.Dispose();
        Assert.True(idle.Image.IsDisposed);
        Assert.False(used.Image.IsDisposed);
        used.Dispose();
        Assert.True(used.Image.IsDisposed);
        Assert.Throws<ObjectDisposedException>(pool.Rent);
    }

    [Fact]
    public void Frame_DisposedTwice_GoesBackOnce()
    {
        using var pool = new FramePool();
        var frame = pool.Rent();
        frame.Dispose();
        frame.Dispose();
        Assert.Equal(1, pool.IdleCount);
    }

    [Fact]
    public void Frame_WithoutPool_FreesItsImage()
    {
        var image = new Mat(2, 2, MatType.CV_8UC3);
        new VideoFrame(image, TimeSpan.Zero, 0).Dispose();
        Assert.True(image.IsDisposed);
    }

    [Fact]
    public void Pool_UsedByManyThreads_NeverGivesOneFrameTwice()
    {
        using var pool = new FramePool(capacity: 4);
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var frame = pool.Rent();
            frame.Image.Create(2, 2, MatType.CV_32SC1);
            frame.Image.SetTo(Scalar.All(i));
            Thread.Yield();
            Assert.Equal(i, frame.Image.At<int>(1, 1));
        });
        Assert.InRange(pool.IdleCount, 1, 4);
    }

    [Fact]
    public void Capacity_BelowOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new FramePool(0));
}
