using System.CommandLine.Parsing;
using GenesysLambdas.Commands.Printing;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.Page;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Tooling.HttpApi;
using GenesysLambdas.Tooling.Logs;

namespace GenesysLambdas.Commands;

internal sealed class ServeCommand(Suite suite, Terminal terminal)
{
    private const int DefaultPort = 5050;
    private const int MaxPort = 65535;
    private const string Text = "text";
    private const string Json = "json";
    private const string Token = "token";
    private const string Jwt = "jwt";

    // Long enough to debug a function (docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html).
    private static readonly TimeSpan LongestLambdaTimeout = TimeSpan.FromMinutes(15);

    private readonly Option<int> _port = new("--port", "-p")
    {
        HelpName = "PORT",
        Description = "The port on 127.0.0.1; 0 picks any free one.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = ParsePort,
    };

    private readonly Option<string[]> _settings = SettingArguments.Option();
    private readonly Option<string[]> _secrets = SecretArguments.Option();

    private readonly Option<string> _http = new Option<string>("--http")
    {
        Description = "What callers of the HTTP API must send: 'token' is the token in the local secret, 'jwt' a JSON web token that is printed at the start.",
        DefaultValueFactory = _ => Token,
    }.AcceptOnlyFromAmong(Token, Jwt);

    private readonly Option<string> _log = new Option<string>("--log")
    {
        Description = "The format of the functions' log: 'text' is one readable line per invocation, 'json' is unchanged.",
        DefaultValueFactory = _ => Text,
    }.AcceptOnlyFromAmong(Text, Json);

    private readonly Option<bool> _open = Options.Flag("--open", "Open the page in your browser.");
    private readonly Option<string?> _root = Options.Root();

    public Command Create() => ToolCommand.Create(
        "serve",
        "Serves the functions on a local Lambda endpoint for the AWS command line and 'invoke --endpoint', "
        + "with Secrets Manager, stand-ins of the external APIs, and a page to run lookups from. "
        + "The functions' log goes to standard error. Ctrl-C stops it.",
        [_port, _settings, _secrets, _http, _log, _open, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var log = TextWriter.Synchronized(terminal.Error);
        var asItIs = result.GetValue(_log) == Json;
        var settings = SettingArguments.Read(suite.Contracts, result.GetValue(_settings) ?? []);
        var secrets = await new SecretArguments(suite.Names, suite.Contracts, terminal).ReadAsync(result.GetValue(_secrets) ?? [], settings, cancellationToken);
        using var issuer = result.GetValue(_http) == Jwt ? new LocalIssuer(suite.Names.Name) : null;
        await using var server = LocalServer.Bind(new LocalServerOptions
        {
            Names = suite.Names,
            Contracts = suite.Contracts,
            StandIns = suite.StandIns,
            Executable = suite.Executable(),
            Settings = settings,
            Secrets = secrets,
            JwtIssuer = issuer,
            Port = result.GetValue(_port),
            VisitorTimeout = LongestLambdaTimeout,
            Refused = user => log.WriteLine(
                $"Refused a connection from another user ({(user is { } id ? $"id {id}" : "unknown")}): only your own programs and root's may connect."),
            Log = (function, line) => log.WriteLine($"[{function}] {(asItIs ? line : LogLine.Readable(suite.Contracts, line))}"),
        });
        using var page = new LocalPage(server, Path.GetFullPath(result.GetValue(_root) ?? "."), TimeProvider.System);
        await server.OpenAsync(page.AddTo);
        var address = LocalPage.AddressOf(server);
        await terminal.Out.WriteAsync(Welcome.Write(server, address, HttpAuthorizerFunction.Header(settings), issuer?.CreateToken(TimeProvider.System)));
        await terminal.Out.FlushAsync(cancellationToken);
        if (result.GetValue(_open) && terminal.OpenInBrowser(address) is { } problem)
        {
            await terminal.Error.WriteLineAsync($"Cannot open a browser ({problem}): open {address} yourself.");
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped by Ctrl-C.
        }

        return ExitCode.Success;
    }

    private static int ParsePort(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, out var port) && port is >= 0 and <= MaxPort)
        {
            return port;
        }

        result.AddError($"--port must be a number from 0 to {MaxPort}, not '{result.Tokens[0].Value}'.");
        return DefaultPort;
    }
}
