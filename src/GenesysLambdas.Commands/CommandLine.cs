using GenesysLambdas.Commands.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands;

/// <summary>The program's commands.</summary>
/// <param name="suite">The suite that they are for.</param>
/// <param name="terminal">Where they read and write.</param>
/// <param name="platform">How they reach Genesys Cloud.</param>
public sealed class CommandLine(Suite suite, Terminal terminal, PlatformAccess platform)
{
    // An input's value may start with @, so @ does not mean a response file.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // After Ctrl-C, for ending the functions. That takes a moment, but longer on a busy machine.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command in the arguments.</summary>
    /// <returns>The exit code.</returns>
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
