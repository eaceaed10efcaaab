using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Tooling.HttpApi;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// Everything a function needs around it, on one loopback port: Lambda's runtime API and invoke API, a Secrets Manager
/// endpoint, and stand-ins of the external APIs. Disposing it ends every process that it started.
/// </summary>
public sealed class LambdaEmulator : IAsyncDisposable
{
    private readonly EmulatorOptions _options;
    private readonly Socket _socket;
    private volatile FunctionVariables _variables;
    private readonly EmulatedFunction[] _functions;
    private readonly FunctionCatalog _catalog;
    private readonly EmulatedFunction _authorizer;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _changes = new(StringComparer.Ordinal);
    private readonly SameUser? _sameUser;
    private WebApplication? _server;

    private LambdaEmulator(EmulatorOptions options, Socket socket)
    {
        _options = options;
        _socket = socket;
        Endpoint = new Uri($"http://{socket.LocalEndPoint}/");
        _sameUser = SameUser.At((IPEndPoint)socket.LocalEndPoint!, options);
        Keys = _sameUser is null ? LocalKeys.For(options) : null;
        _variables = new FunctionVariables(options, options.Settings, Endpoint, Keys);
        _functions = [.. options.Contracts.Select(contract => new EmulatedFunction(contract, options, options.Executable is null ? null : StartInfo))];
        _catalog = new FunctionCatalog(_functions);
        _authorizer = new EmulatedFunction(HttpAuthorizerFunction.Contract, options, options.Executable is null ? null : StartInfo);
        StandInCatalog.AddSecrets(options.StandIns, Secrets);
        Secrets.Create(HttpAuthorizerFunction.SecretName, new SecretValue(HttpAuthorizerFunction.Token, Binary: null), "The token of callers over HTTP.");
        foreach (var (name, value) in options.Secrets)
        {
            AddSecret(name, new SecretValue(value, Binary: null));
        }
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port/</c>.</summary>
    public Uri Endpoint { get; }

    public EmulatorOptions Options => _options;

    /// <summary>Whether connections from other users are refused.</summary>
    public bool AdmitsOnlySameUser => _sameUser is not null;

    /// <summary>The keys that callers need otherwise, if there are real secrets; null: none.</summary>
    public LocalKeys? Keys { get; }

    /// <summary>The functions, without the authorizer.</summary>
    public FunctionCatalog Functions => _catalog;

    /// <summary>The secrets of the Secrets Manager endpoint; at first those of the stand-ins.</summary>
    public SecretStore Secrets { get; } = new();

    /// <summary>Takes the port. From then on functions can be invoked; requests wait until <see cref="OpenAsync"/>.</summary>
    public static LambdaEmulator Bind(EmulatorOptions options)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, options.Port));
            socket.Listen();
            return new LambdaEmulator(options, socket);
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

    /// <summary>Takes the port and answers on it.</summary>
    public static async Task<LambdaEmulator> StartAsync(EmulatorOptions options)
    {
        var emulator = Bind(options);
        await emulator.OpenAsync();
        return emulator;
    }

    /// <param name="extend">Adds to what is served, behind the check of who calls.</param>
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

        _server = builder.Build();
        _server.Use(AwsAnswer.CompleteAsync);
        _server.Use(next => context => callers.AdmitAsync(context, next));
        _server.Use(XmlServices.RefuseAsync);
        extend?.Invoke(_server);
        new RuntimeApi([.. _functions, _authorizer], RuntimePath).Map(_server);
        new InvokeApi(_catalog).Map(_server);
        new FunctionsApi(_catalog, _options).Map(_server);
        new SecretsEndpoint(Secrets, Keys?.AccessKeyId).Map(_server);
        StandInCatalog.Map(_options.StandIns, _server, Secrets);
        new HttpGateway(_catalog, _options.JwtIssuer is { } issuer
            ? new JwtAuthorizer(issuer, TimeProvider.System)
            : new TokenAuthorizer(_authorizer, HttpAuthorizerFunction.Header(_options.Settings))).Map(_server);
        await _server.StartAsync();
    }

    /// <summary>Runs an event through a function. A failure of the function is a result, too.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    /// <exception cref="OperationCanceledException">The emulator was stopped.</exception>
    public Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> payload) =>
        (_catalog.Find(function) ?? throw new ArgumentException($"There is no function {function}.", nameof(function)))
            .InvokeAsync(new QueuedInvocation(payload));

    /// <summary>
    /// Gives an API's functions other settings than those in the options, until the next change. Their processes are replaced, after the
    /// invocation that they are at.
    /// </summary>
    /// <param name="api">The API whose functions read them.</param>
    /// <param name="changes">Settings in addition to those in the options, or in place of them.</param>
    public void ChangeSettings(string api, IReadOnlyDictionary<string, string> changes)
    {
        lock (_changes)
        {
            _changes[api] = changes;
            var settings = new Dictionary<string, string>(_options.Settings, StringComparer.Ordinal);
            foreach (var (name, value) in _changes.Values.SelectMany(change => change))
            {
                settings[name] = value;
            }

            _variables = new FunctionVariables(_options, settings, Endpoint, Keys);
        }

        foreach (var function in _functions.Where(function => function.Contract.Api.Name == api))
        {
            function.ReplaceProcesses();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_functions.Append(_authorizer).Select(function => function.DisposeAsync().AsTask()));
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        _socket.Dispose();
    }

    private string RuntimePath => Keys?.RuntimePath ?? "";

    private void AddSecret(string name, SecretValue value)
    {
        if (Secrets.List().Any(secret => secret.Name == name))
        {
            Secrets.Put(name, value);
        }
        else
        {
            Secrets.Create(name, value);
        }
    }

    private ProcessStartInfo StartInfo(LookupContract contract, string processId) =>
        _options.Executable!.StartInfo(_variables.Create(
            contract, Endpoint.Authority + RuntimePath + RuntimeApi.Path(contract.Function, processId), $"local-{processId}"));
}
