using Spectre.Console;

namespace SignBridge.Cli;

/// <summary>A progress bar on stderr where that is a terminal; nothing where it is not.</summary>
internal static class Progress
{
    /// <param name="title">What is being done.</param>
    /// <param name="total">How many steps; null when unknown.</param>
    /// <param name="work">The work; it calls its argument after each step.</param>
    public static async Task RunAsync(string title, long? total, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(static () => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                await work(() => task.Increment(1));
            });
    }
}
