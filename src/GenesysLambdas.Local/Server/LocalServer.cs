using System.Net;
using System.Net.Sockets;
using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.SecretsManager.Api;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Tooling.HttpApi;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GenesysLambdas.Local.Server;

/// <summary>
/// Everything a function needs on one loopback port: Lambda's runtime and Invoke APIs, Secrets Manager, the HTTP API, and stand-ins of the external
/// APIs. Disposing it ends all processes that it started.
/// </summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly EmulatedFunction _authorizer;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _changes = new(StringComparer.Ordinal);
    private readonly SameUser? _sameUser;
    private volatile FunctionVariables _variables;
    private WebApplication? _app;

    private LocalServer(LocalServerOptions options, Socket socket)
    {
        Options = options;
        _socket = socket;
        Endpoint = new Uri($"http://{socket.LocalEndPoint}/");
        _sameUser = SameUser.At((IPEndPoint)socket.LocalEndPoint!, options.Sockets, options.Refused);
        Keys = _sameUser is null && options.Secrets.Count > 0 ? NewKeys(options.Settings) : null;
        _variables = new FunctionVariables(options, options.Settings, Endpoint, Keys);
        Functions = new FunctionCatalog([.. options.Contracts.Select(CreateFunction)]);
        _authorizer = CreateFunction(HttpAuthorizerFunction.Contract);
        StandInCatalog.AddSecrets(options.StandIns, options.Names, Secrets);
        Secrets.Create(options.Names.HttpTokenSecret, new SecretValue(HttpAuthorizerFunction.Token), "The token for the HTTP API.");
        foreach (var (name, value) in options.Secrets)
        {
            Secrets.Set(name, new SecretValue(value));
        }
    }

    /// <summary>For example, <c>http://127.0.0.1:5050/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The options at the start; the page may have changed settings since.</summary>
    public LocalServerOptions Options { get; }

    /// <summary>Whether connections of other users are refused.</summary>
    public bool AdmitsOnlySameUser => _sameUser is not null;

    /// <summary>The keys that callers need if other users cannot be refused; null if none are needed.</summary>
    public LocalKeys? Keys { get; }

    /// <summary>The names of all readable secrets.</summary>
    public IEnumerable<string> SecretNames => Secrets.List().Select(secret => secret.Name);

    internal SecretStore Secrets { get; } = new();

    internal FunctionCatalog Functions { get; }

    private string RuntimePath => Keys?.RuntimePath ?? "";

    /// <summary>Binds the port. Functions can be invoked from now on, but requests wait until <see cref="OpenAsync"/>.</summary>
    public static LocalServer Bind(LocalServerOptions options)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, options.Port));
            socket.Listen();
            return new LocalServer(options, socket);
        }
        catch (ToolException)
        {
            socket.Dispose();
            throw;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new ToolException(exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"Port {options.Port} is in use: choose another with --port, or --port 0 for any free one.",
                SocketError.AccessDenied => $"Port {options.Port} is reserved for administrators: choose one above 1023 with --port.",
                _ => $"Cannot listen on port {options.Port}: {exception.Message}.",
            });
        }
    }

    public static async Task<LocalServer> StartAsync(LocalServerOptions options)
    {
        var server = Bind(options);
        await server.OpenAsync();
        return server;
    }

    /// <summary>Starts answering requests.</summary>
    /// <param name="extend">Adds routes and middleware behind the access checks.</param>
    public async Task OpenAsync(Action<WebApplication>? extend = null)
    {
        var callers = new LocalCallers(Endpoint.Port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen((IPEndPoint)_socket.LocalEndPoint!, listen => _sameUser?.StandBefore(listen));
        });
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => _socket);

        _app = builder.Build();
        _app.Use(AwsAnswer.CompleteAsync);
        _app.Use(next => context => callers.AdmitAsync(context, next));
        extend?.Invoke(_app);
        new RuntimeApi([.. Functions.All, _authorizer], RuntimePath).Map(_app);
        new InvokeApi(Functions).Map(_app);
        new FunctionsApi(Functions, new FunctionConfiguration(Options.Names.Program, Options.Timeout)).Map(_app);
        new SecretsEndpoint(Secrets, Keys?.AccessKeyId).Map(_app);
        StandInCatalog.Map(Options.StandIns, _app, Options.Names, Secrets);
        new HttpGateway(Functions, Options.JwtIssuer is { } issuer
            ? new JwtAuthorizer(issuer, TimeProvider.System)
            : new TokenAuthorizer(_authorizer, HttpAuthorizerFunction.Header(Options.Settings))).Map(_app);
        await _app.StartAsync();
    }

    /// <summary>A failure of the function is also a result.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    /// <exception cref="OperationCanceledException">The server was stopped.</exception>
    public Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> payload) =>
        (Functions.Find(function) ?? throw new ArgumentException($"There is no function {function}.", nameof(function)))
            .InvokeAsync(new QueuedInvocation(payload));

    /// <summary>
    /// Changes the settings of an API's functions until the next change. Their processes are replaced after their current invocation.
    /// </summary>
    /// <param name="changes">Settings that are added to those in the options, or override them.</param>
    internal void ChangeSettings(string api, IReadOnlyDictionary<string, string> changes)
    {
        lock (_changes)
        {
            _changes[api] = changes;
            var settings = new Dictionary<string, string>(Options.Settings, StringComparer.Ordinal);
            foreach (var (name, value) in _changes.Values.SelectMany(change => change))
            {
                settings[name] = value;
            }

            _variables = new FunctionVariables(Options, settings, Endpoint, Keys);
        }

        foreach (var function in Functions.All.Where(function => function.Contract.Api.Name == api))
        {
            function.ReplaceProcesses();
        }
    }

    /// <summary>Stops the server and ends all processes that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Functions.All.Append(_authorizer).Select(function => function.DisposeAsync().AsTask()));
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _socket.Dispose();
    }

    private static LocalKeys NewKeys(IReadOnlyDictionary<string, string> settings) => FunctionVariables.BringsCredentials(settings)
        ? throw new ToolException(
            "With --secret, only the access key that this command generates can read secrets: remove AWS_ACCESS_KEY_ID and AWS_PROFILE.")
        : LocalKeys.New();

    private EmulatedFunction CreateFunction(LookupContract contract) => new(
        contract,
        new ProcessLimits(Options.Timeout, Options.VisitorTimeout, Options.MaxProcesses),
        Options.Executable is { } executable ? id => StartProcess(executable, contract, id) : null);

    private FunctionProcess StartProcess(FunctionExecutable executable, LookupContract contract, string id)
    {
        var runtimeApi = Endpoint.Authority + RuntimePath + RuntimeApi.Path(contract.Function, id);
        return FunctionProcess.Start(
            id, executable.StartInfo(_variables.Create(contract, runtimeApi, $"local-{id}")), line => Options.Log(contract.Function, line));
    }
}
