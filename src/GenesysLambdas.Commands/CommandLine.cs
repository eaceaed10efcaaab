using GenesysLambdas.Commands.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands;

public sealed class CommandLine(Suite suite, Terminal terminal, PlatformAccess platform)
{
    // An input's value can start with @, so @ does not mark a response file.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // The time that the functions' processes have to end after Ctrl-C. They need it only on a busy machine.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command and returns its exit code.</summary>
    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand(
            "Runs the functions locally without an AWS account, writes new lookups, and publishes their data actions in Genesys Cloud.")
        {
            new LookupsCommand(suite.Contracts, terminal).Create(),
            new InvokeCommand(suite, terminal).Create(),
            new ServeCommand(suite, terminal).Create(),
            new NewCommand(suite, terminal).Create(),
            new GenerateCommand(suite, terminal).Create(),
            new RemoveCommand(suite, terminal).Create(),
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

    private int Refuse(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand && result.UnmatchedTokens is [var unknown, ..])
        {
            var commands = string.Join(", ", command.Subcommands.Select(known => known.Name));
            terminal.Error.WriteLine($"There is no command '{unknown}'. The commands are: {commands}.");
        }
        else if (result.UnmatchedTokens is [var stray, ..])
        {
            // The part after = may be a secret.
            terminal.Error.WriteLine($"'{command.Name}' does not take {stray.Split('=')[0]}.");
        }
        else
        {
            foreach (var error in result.Errors)
            {
                terminal.Error.WriteLine(error.Message);
            }
        }

        // The program may have been started by 'dotnet run' or by its name, so the hint shows neither.
        terminal.Error.WriteLine("Add --help for help.");
        return ExitCode.ToolFailed;
    }
}
