using Spectre.Console;

namespace GenesysLambdas.Cli;

/// <summary>Shows somebody at a terminal that something is going on, once that takes long.</summary>
internal static class Progress
{
    /// <summary>What nobody takes for a program that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Waits for work. On a terminal its description moves on standard error while it takes longer than <paramref name="patience"/>.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, string what, Task<T> work, TimeSpan patience)
    {
        if (!terminal.ErrorIsSeen || await Task.WhenAny(work, Task.Delay(patience)) == work)
        {
            return await work;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Status().StartAsync(Markup.Escape(what), _ => work);
    }
}
