using System.Text.Json;

namespace SignBridge.Web;

/// <summary>What a client is told about its frames.</summary>
/// <param name="Frame">All frames up to this number are done with.</param>
/// <param name="Dropped">How many poses were lost to load so far.</param>
/// <param name="Pose">The newest pose that was estimated for the client; null where it is known already or the client's own.</param>
internal sealed record Acknowledgement(long Frame, long Dropped, PoseFrame? Pose)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "ack");
        json.WriteNumber("frame", Frame);
        json.WriteNumber("dropped", Dropped);
        if (Pose is { } pose)
        {
            json.WriteNumber("time", Math.Round(pose.Time.TotalSeconds, 3));
            json.WriteString("layout", pose.Layout.Name);
            json.WriteStartArray("landmarks");
            foreach (var landmark in pose.Landmarks)
                Write(json, landmark);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Landmark landmark)
    {
        if (!landmark.IsPresent)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(Math.Round((decimal)landmark.X, 1));
        json.WriteNumberValue(Math.Round((decimal)landmark.Y, 1));
        json.WriteEndArray();
    }
}
