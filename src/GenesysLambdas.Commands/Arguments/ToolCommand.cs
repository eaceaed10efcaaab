namespace GenesysLambdas.Commands.Arguments;

/// <summary>Creates commands that report a <see cref="ToolException"/> in a sentence and an exit code.</summary>
internal static class ToolCommand
{
    public static Command Create(
        string name, string description, IEnumerable<Symbol> symbols, Terminal terminal, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction(async (result, cancellationToken) =>
        {
            // Only from here on does the library handle Ctrl-C. Before, it would end the process in the middle of writing files.
            await Task.Yield();
            try
            {
                return await action(result, cancellationToken);
            }
            catch (ToolException exception)
            {
                await terminal.Error.WriteLineAsync(exception.Message);
                return ExitCode.ToolFailed;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
        });
        return command;
    }
}
