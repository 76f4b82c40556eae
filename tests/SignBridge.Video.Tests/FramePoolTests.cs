using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class FramePoolTests
{
    [Fact]
    public void Rent_AfterReturn_GivesTheSameImage()
    {
        using var pool = new FramePool();
        var image = pool.Rent();
        pool.Return(image);
        Assert.Same(image, pool.Rent());
        image.Dispose();
    }

    [Fact]
    public void Return_ToAFullPool_FreesTheImage()
    {
        using var pool = new FramePool(capacity: 1);
        var (first, second) = (pool.Rent(), pool.Rent());
        pool.Return(first);
        pool.Return(second);
        Assert.Equal(1, pool.IdleCount);
        Assert.False(first.IsDisposed);
        Assert.True(second.IsDisposed);
    }

    [Fact]
    public void Dispose_FreesIdleImagesNowAndOthersWhenTheyComeBack()
    {
        var pool = new FramePool();
        var (idle, used) = (pool.Rent(), pool.Rent());
        pool.Return(idle);
        pool.Dispose();
        Assert.True(idle.IsDisposed);
        Assert.False(used.IsDisposed);
        pool.Return(used);
        Assert.True(used.IsDisposed);
        Assert.Throws<ObjectDisposedException>(pool.Rent);
    }

    [Fact]
    public void Frame_DisposedTwice_GoesBackOnce()
    {
        using var pool = new FramePool();
        var frame = new VideoFrame(pool.Rent(), TimeSpan.Zero, 0, pool.Return);
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
    public void Pool_UsedByManyThreads_NeverGivesOneImageTwice()
    {
        using var pool = new FramePool(capacity: 4);
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var image = pool.Rent();
            image.Create(2, 2, MatType.CV_32SC1);
            image.SetTo(Scalar.All(i));
            Thread.Yield();
            Assert.Equal(i, image.At<int>(1, 1));
            pool.Return(image);
        });
        Assert.InRange(pool.IdleCount, 1, 4);
    }

    [Fact]
    public void Capacity_BelowOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new FramePool(0));
}
