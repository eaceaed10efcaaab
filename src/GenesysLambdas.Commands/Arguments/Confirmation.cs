
namespace GenesysLambdas.Commands.Arguments;

internal static class Confirmation
{
    public static Option<bool> Yes() => Options.Flag("--yes", "Do not ask for confirmation.", "-y");

    /// <param name="unasked">What to do if nobody can be asked.</param>
    /// <exception cref="ToolException">The answer is not yes.</exception>
    public static async Task AskAsync(Terminal terminal, string question, string unasked, CancellationToken cancellationToken)
    {
        if (!terminal.CanAsk)
        {
            throw new ToolException($"Nothing was changed. {unasked}");
        }

        await terminal.Out.WriteAsync($"{question} [y/N] ");
        using var input = new StreamReader(terminal.In, leaveOpen: true);
        if ((await input.ReadLineAsync(cancellationToken))?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
        {
            throw new ToolException("Nothing was changed.");
        }
    }
}
