using Spectre.Console;

namespace GenesysLambdas.Commands.Terminals;

internal static class Progress
{
    /// <summary>How long a command can be silent before it seems to hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Shows a spinner on standard error if that is a terminal and the work takes longer than <paramref name="patience"/>.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, string what, Task<T> work, TimeSpan patience)
    {
        if (!terminal.ErrorIsSeen || await Task.WhenAny(work, Task.Delay(patience)) == work)
        {
            return await work;
        }

        return await terminal.ErrorConsole.Status().StartAsync(Markup.Escape(what), _ => work);
    }
}
