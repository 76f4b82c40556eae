namespace SignBridge.Evaluation.Perturbations;

/// <summary>Normally distributed numbers of mean 0 and standard deviation 1 (Box and Muller 1958).</summary>
internal static class Normal
{
    /// <summary>The next one; it takes two numbers of the source.</summary>
    public static double Next(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
