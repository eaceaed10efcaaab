using System.CommandLine;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands;

/// <summary>The program's commands.</summary>
public sealed class CommandLine(Suite suite, Terminal terminal, PlatformAccess platform)
{
    // An input's value may start with @, so @ does not mean a response file.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // After Ctrl-C, for ending the functions. That takes a moment, but longer on a busy machine.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Runs the lookup functions on this machine: no AWS account, no network.")
        {
            new LookupsCommand(suite.Contracts, terminal).Create(),
            new InvokeCommand(suite, terminal).Create(),
            new ServeCommand(suite, terminal).Create(),
            new NewCommand(suite, terminal).Create(),
            new GenerateCommand(suite.Contracts, terminal).Create(),
            new RemoveCommand(suite.Contracts, terminal).Create(),
            new ActionsCommand(suite.Contracts, terminal, platform).Create(),
        };
        var result = root.Parse(arguments.Count == 0 ? ["--help"] : arguments, Parsing);
        if (result.Errors.Count > 0)
        {
            return Task.FromResult(Refuse(result));
        }

        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, ProcessTerminationTimeout = TimeToStop };
        return result.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>A command whose failures become a sentence and an exit code.</summary>
    public static Command Create(string name, string description, IEnumerable<Symbol> symbols, Terminal terminal, Func<ParseResult, CancellationToken, Task<int>> action)
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
            // Only now does the library begin to watch for Ctrl-C, which would otherwise end the process in the middle of writing files.
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

    private int Refuse(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand && result.UnmatchedTokens is [var unknown, ..])
        {
            terminal.Error.WriteLine($"There is no command '{unknown}'. The commands are: {string.Join(", ", command.Subcommands.Select(known => known.Name))}.");
        }
        else if (result.UnmatchedTokens is [var stray, ..])
        {
            // There may be a secret after the =.
            terminal.Error.WriteLine($"'{command.Name}' does not take {stray.Split('=')[0]}.");
        }
        else
        {
            foreach (var error in result.Errors)
            {
                terminal.Error.WriteLine(error.Message);
            }
        }

        // The command may have started with 'dotnet run ... --' or with the program's name, so neither is shown.
        terminal.Error.WriteLine("Add --help for help.");
        return ExitCode.ToolFailed;
    }
}
