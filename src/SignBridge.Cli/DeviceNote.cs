using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary>Opens the session factory and says once where it fell back.</summary>
internal static class DeviceNote
{
    public static SessionFactory Open(DeviceRequest request)
    {
        var sessions = new SessionFactory(request);
        if (sessions.Device is { Reason: { } reason, Actual: var actual })
            Console.Error.WriteLine($"signbridge: running on {actual}: {reason}.");
        return sessions;
    }
}
