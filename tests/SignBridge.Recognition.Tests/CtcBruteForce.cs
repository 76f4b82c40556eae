namespace SignBridge.Recognition.Tests;

/// <summary>CTC by its definition: every path through the steps, its blanks and repetitions removed.</summary>
internal static class CtcBruteForce
{
    /// <summary>Each label sequence ("1 2 2") with its probability and the most probable path that gives it.</summary>
    public static Dictionary<string, (double Probability, int[] BestPath)> Enumerate(float[][] logProbs, int blank)
    {
        var classes = logProbs[0].Length;
        var best = new Dictionary<string, double>();
        var result = new Dictionary<string, (double Probability, int[] BestPath)>();
        var paths = (int)Math.Pow(classes, logProbs.Length);
        for (var number = 0; number < paths; number++)
        {
            var path = new int[logProbs.Length];
            var probability = 1.0;
            for (var (step, rest) = (0, number); step < path.Length; step++, rest /= classes)
            {
                path[step] = rest % classes;
                probability *= Math.Exp(logProbs[step][path[step]]);
            }

            var labels = string.Join(' ', path.Where((label, step) => label != blank && (step == 0 || path[step - 1] != label)));
            var (sum, bestPath) = result.GetValueOrDefault(labels, (0, path));
            if (probability > best.GetValueOrDefault(labels))
                (best[labels], bestPath) = (probability, path);
            result[labels] = (sum + probability, bestPath);
        }

        return result;
    }

    /// <summary>The labels of a path with the steps that emit them.</summary>
    public static IEnumerable<CtcToken> Tokens(int[] path, int blank)
    {
        for (var step = 0; step < path.Length; step++)
        {
            if (path[step] == blank || (step > 0 && path[step - 1] == path[step]))
                continue;
            var last = step;
            while (last + 1 < path.Length && path[last + 1] == path[step])
                last++;
            yield return new CtcToken(path[step], step, last);
        }
    }
}
