using System.CommandLine;
using System.Globalization;

namespace SignBridge.Cli;

/// <summary>Options whose value is more than a text: a wrong one is a usage error that says what is expected.</summary>
internal static class CheckedOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="value">The value where the option is not given.</param>
    /// <param name="parse">Reads the value; throws <see cref="FormatException"/> with the expectation.</param>
    public static Option<T> Create<T>(string name, string helpName, string description, T value, Func<string, T> parse) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => value,
        CustomParser = argument =>
        {
            try
            {
                return parse(argument.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                argument.AddError(e.Message);
                return value;
            }
        },
    };

    /// <summary>An option that takes a whole number from a least one on, up to a most one where there is one.</summary>
    public static Option<int> Count(string name, string description, int least, int value, int most = int.MaxValue) =>
        Create(name, "N", description, value, text => ParseCount(name, text, least, most));

    /// <summary>The same where no number is given.</summary>
    public static Option<int?> CountIfGiven(string name, string description, int least) =>
        Create<int?>(name, "N", description, null, text => ParseCount(name, text, least, int.MaxValue));

    /// <summary>One of some words.</summary>
    public static Option<string> Choice(string name, string description, string value, IEnumerable<string> values) =>
        new Option<string>(name) { Description = description, DefaultValueFactory = _ => value }.AcceptOnlyFromAmong([.. values]);

    /// <summary>A frame rate.</summary>
    public static Option<double> Rate(string name, string description, double value) => Create(name, "RATE", description, value, text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= 0.1 and <= 1000
            ? rate
            : throw new FormatException($"{name} takes a rate from 0.1 to 1000 frames/s, not '{text}'."));

    private static int ParseCount(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most
            ? count
            : throw new FormatException(FormattableString.Invariant($"{name} takes a number from {least}{(most == int.MaxValue ? "" : $" to {most}")}, not '{text}'."));
}
