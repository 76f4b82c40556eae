using System.Diagnostics;

namespace SignBridge.Peers;

/// <summary>How fast a model was over some prompts.</summary>
/// <param name="PromptMilliseconds">Mean time of a prompt, its first token included.</param>
/// <param name="TokensPerSecond">Of the tokens after the first.</param>
internal sealed record Reading(double PromptMilliseconds, double TokensPerSecond)
{
    /// <summary>Answers some prompts with <paramref name="tokens"/> tokens each, whether an answer ends before or not.</summary>
    public static Reading Of(IPeerModel model, IReadOnlyList<int[]> prompts, int tokens)
    {
        Answer(model, prompts[0], tokens); // what ran before in this process is still in the caches
        var (reading, decoding) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var prompt in prompts)
        {
            var (first, rest) = Answer(model, prompt, tokens);
            (reading, decoding) = (reading + first, decoding + rest);
        }

        return new Reading(reading.TotalMilliseconds / prompts.Count, prompts.Count * (tokens - 1) / decoding.TotalSeconds);
    }

    private static (TimeSpan Prompt, TimeSpan Decoding) Answer(IPeerModel model, int[] prompt, int tokens)
    {
        var start = Stopwatch.GetTimestamp();
        var token = model.Start(prompt);
        var first = Stopwatch.GetTimestamp();
        for (var i = 1; i < tokens; i++)
            token = model.Next(token);
        return (Stopwatch.GetElapsedTime(start, first), Stopwatch.GetElapsedTime(first));
    }
}
