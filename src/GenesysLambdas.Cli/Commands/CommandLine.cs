using System.CommandLine;
using System.CommandLine.Parsing;
using GenesysLambdas.Cli.Emulator;

namespace GenesysLambdas.Cli.Commands;

/// <summary>The program's commands.</summary>
internal sealed class CommandLine(IReadOnlyList<LookupContract> contracts, Func<FunctionExecutable> executable, Terminal terminal)
{
    // An input's value may start with @, so that is no response file.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // After Ctrl-C, for ending what was started. It takes a moment only, but on a busy machine that may be long.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command of the arguments.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Runs the lookup functions on this machine: no AWS account, no network.")
        {
            new LookupsCommand(contracts, terminal).Create(),
            new InvokeCommand(contracts, executable, terminal).Create(),
            new ServeCommand(contracts, executable, terminal).Create(),
            new ActionsCommand(contracts, terminal).Create(),
        };
        var result = root.Parse(arguments.Count == 0 ? ["--help"] : arguments, Parsing);
        if (result.Errors.Count > 0)
        {
            return Task.FromResult(Refuse(result));
        }

        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, ProcessTerminationTimeout = TimeToStop };
        return result.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>An action whose failures end in a sentence and an exit code.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Action(Terminal terminal, Func<ParseResult, CancellationToken, Task<int>> action) => async (result, cancellationToken) =>
    {
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
    };

    private int Refuse(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand && result.UnmatchedTokens is [var unknown, ..])
        {
            terminal.Error.WriteLine($"There is no command '{unknown}'. There are: {string.Join(", ", command.Subcommands.Select(known => known.Name))}.");
        }
        else if (result.UnmatchedTokens is [var stray, ..])
        {
            // After the = there may be a secret.
            terminal.Error.WriteLine($"'{command.Name}' does not take {stray.Split('=')[0]}.");
        }
        else
        {
            foreach (var error in result.Errors)
            {
                terminal.Error.WriteLine(error.Message);
            }
        }

        // What was typed before it may be 'dotnet run ... --' as well as the program's name.
        terminal.Error.WriteLine("Add --help to see what there is.");
        return ExitCode.ToolFailed;
    }
}
