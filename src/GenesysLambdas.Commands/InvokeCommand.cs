using GenesysLambdas.Commands.Printing;

namespace GenesysLambdas.Commands;

internal sealed class InvokeCommand(Suite suite, Terminal terminal)
{
    private readonly Argument<string?> _lookup = new("lookup")
    {
        Description = "The lookup's name, such as current-weather; 'lookups' lists them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string[]> _inputs = InputArguments.Argument();
    private readonly Option<string?> _event = Options.Text("--event", "FILE", "Send this JSON file instead of inputs; - reads standard input.");

    private readonly Option<bool> _json = Options.Flag(
        "--json",
        "Print only the function's answer, unchanged. (The table truncates values that do not fit the terminal.)");

    private readonly Option<string[]> _settings = SettingArguments.Option();
    private readonly Option<string[]> _secrets = SecretArguments.Option();

    private readonly Option<string?> _endpoint = Options.Text(
        "--endpoint", "URL",
        "Use this Lambda endpoint ('serve' or AWS's Lambda Test Tool) instead of starting one. Requests are not signed, so AWS itself refuses them.");

    private readonly Option<bool> _http = Options.Flag("--http", "Call the local HTTP API with its token, like a web services data action.");

    private readonly Option<bool> _verbose = Options.Flag(
        "--verbose",
        "Print the function's whole log to standard error. By default, only a failure is printed, in one line.", "-v");

    public Command Create() => ToolCommand.Create(
        "invoke",
        "Runs a lookup locally and prints its outputs. "
        + "Exit code 0: success; 2: the answer is an error; 1: no answer; 130: Ctrl-C.",
        [_lookup, _inputs, _event, _json, _settings, _secrets, _endpoint, _http, _verbose],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var contract = LookupNames.Find(suite.Contracts, result.GetValue(_lookup));
        var settings = SettingArguments.Read(suite.Contracts, result.GetValue(_settings) ?? []);
        var endpoint = result.GetValue(_endpoint);
        var secretArguments = result.GetValue(_secrets) ?? [];
        if (endpoint is not null && settings.Count + secretArguments.Length > 0)
        {
            var option = settings.Count > 0 ? "--env" : "--secret";
            throw new ToolException($"{option} cannot be used with --endpoint: the function there is already running with its own settings.");
        }

        if (endpoint is not null && result.GetValue(_http))
        {
            throw new ToolException("--http is for the local HTTP API, so it cannot be used with --endpoint.");
        }

        if (result.GetValue(_event) == EventFile.StandardInput && SecretArguments.WantsInput(secretArguments))
        {
            throw new ToolException("The event and a secret cannot both be read from standard input.");
        }

        var payload = await ReadEventAsync(result, contract, cancellationToken);
        var secrets = await new SecretArguments(suite.Names, suite.Contracts, terminal).ReadAsync(secretArguments, settings, cancellationToken);
        var invocation = endpoint is null
            ? new LocalInvocation(suite, settings, secrets, result.GetValue(_http)).RunAsync(contract, payload, cancellationToken)
            : RemoteInvocation.RunAsync(endpoint, contract, payload, cancellationToken);
        var invoked = await Progress.ShowAsync(terminal, $"Waiting for {contract.Name}", invocation, Progress.Patience);
        return await new ResultPrinter(terminal, contract).PrintAsync(invoked, result.GetValue(_json), result.GetValue(_verbose));
    }

    private async Task<byte[]> ReadEventAsync(ParseResult result, LookupContract contract, CancellationToken cancellationToken)
    {
        var inputs = result.GetValue(_inputs) ?? [];
        if (result.GetValue(_event) is not { } file)
        {
            return InputArguments.ToEvent(contract, inputs);
        }

        return inputs.Length == 0
            ? await EventFile.ReadAsync(file, terminal.In, cancellationToken)
            : throw new ToolException($"Use either inputs ({inputs[0]}) or --event {file}, not both.");
    }
}
