using GenesysLambdas.Commands.Printing;

namespace GenesysLambdas.Commands;

internal sealed class LookupsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Option<bool> _json = Options.Flag("--json", "Print them as JSON.");

    public Command Create() => ToolCommand.Create(
        "lookups",
        "Lists the lookups with their inputs and outputs.",
        [_json],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_json))
        {
            await terminal.WriteJsonAsync(LookupListJson.Write(contracts));
        }
        else
        {
            await terminal.Out.WriteAsync(LookupList.Write(contracts));
        }

        return ExitCode.Success;
    }
}
