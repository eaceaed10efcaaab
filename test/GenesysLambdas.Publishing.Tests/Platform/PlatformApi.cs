using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// A stand-in for Genesys Cloud's platform API in one region: its login host and its API host, over TLS on a free port. It
/// refuses what the real one refuses; each class names its sources.
/// </summary>
internal sealed class PlatformApi : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly PlatformHosts _hosts = new();
    private readonly PlatformState _state = new();
    private readonly Armed _armed = new();
    private readonly PlatformTokens _tokens;
    private readonly PlatformDoor _door;
    private readonly TimeProvider _time;
    private readonly WebApplication _server;

    private PlatformApi(TimeProvider time)
    {
        _time = time;
        _tokens = new PlatformTokens(time);
        _door = new PlatformDoor(_tokens, Permissions, _armed, _ended.Token);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(https => https.ServerCertificateSelector = (_, name) => _hosts.Certificate(name))));
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        _server = builder.Build();
        IEnumerable<PlatformOperation> operations =
        [
            .. new PlatformIntegrations(_state, Options).Operations,
            .. new PlatformActions(_state, Options).Operations,
            .. new PlatformDrafts(_state, Options).Operations,
            .. new PlatformExecutions(_state, Options, time).Operations,
            .. new PlatformAnalytics(_state).Operations,
        ];
        foreach (var operation in operations)
        {
            Map(operation.Path, [operation.Method], context => _door.OperateAsync(context, operation), PlatformHosts.Api);
        }

        Map("/oauth/token", ["POST"], _door.LoginAsync, PlatformHosts.Login);
        _server.Map("/{**path}", (HttpContext context) => _door.OperateAsync(context, operation: null));
    }

    /// <summary>The domain of the region.</summary>
    public const string Domain = "mypurecloud.ie";

    /// <summary>What the OAuth client's role may do; by default all that is needed.</summary>
    public ISet<string> Permissions { get; } = new HashSet<string>(
        ["integrations:integration:view", "integrations:action:view", "integrations:action:add", "integrations:action:edit", "integrations:action:execute"],
        StringComparer.Ordinal);

    /// <summary>How it behaves where public sources leave that open, and what functions answer.</summary>
    public PlatformOptions Options { get; } = new();

    /// <summary>Every action, published or draft, as it is now.</summary>
    public IReadOnlyList<PlatformAction> Actions => [.. _state.Actions];

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<PlatformRequest> Requests => _door.Requests;

    /// <summary>What was armed and no request has met.</summary>
    public IReadOnlyList<string> Unused => _armed.Unused;

    /// <param name="time">The clock for tokens, limits and statistics; null: the system's.</param>
    public static async Task<PlatformApi> StartAsync(TimeProvider? time = null)
    {
        var api = new PlatformApi(time ?? TimeProvider.System);
        await api._server.StartAsync();
        return api;
    }

    /// <summary>Leads <c>https://api.mypurecloud.ie</c> and <c>https://login.mypurecloud.ie</c> here, and fails for any other host.</summary>
    /// <param name="isTrusted">Whether it trusts the certificates.</param>
    public HttpMessageHandler CreateHandler(bool isTrusted = true) => _hosts.CreateHandler(
        isTrusted, new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);

    /// <param name="name">Its name.</param>
    /// <param name="type">Its type's id.</param>
    /// <param name="state">What it reports: ACTIVE, ACTIVATING, INACTIVE, DEACTIVATING or ERROR.</param>
    /// <param name="roleArn">The role in its credential; null: it has no credential.</param>
    public PlatformIntegration AddIntegration(string name, string type = PlatformIntegration.Lambda, string state = "ACTIVE", string? roleArn = null)
    {
        var integration = new PlatformIntegration(Guid.NewGuid().ToString(), name, type)
        {
            State = state,
            IntendedState = state is "ACTIVE" or "ACTIVATING" or "ERROR" ? "ENABLED" : "DISABLED",
            Credential = roleArn is null ? null : new PlatformCredential(Guid.NewGuid().ToString(), $"{name} role") { RoleArn = roleArn },
        };
        _state.Integrations.Add(integration);
        return integration;
    }

    /// <summary>Adds an action as someone else would.</summary>
    /// <param name="body">A <c>PostActionInput</c>, checked as such.</param>
    /// <param name="asDraft">Whether it is a draft that was never published.</param>
    public PlatformAction AddAction(JsonObject body, bool asDraft = false) => _state.Create(body, asDraft);

    /// <summary>Adds a call of an action to the statistics.</summary>
    public void AddExecution(
        string actionId, TimeSpan duration, string responseStatus = "200", string? errorType = PlatformExecution.NoError, DateTimeOffset? at = null) =>
        _state.Executions.Add(new(actionId, at ?? _time.GetUtcNow(), duration, responseStatus, errorType));

    /// <summary>Makes every token so far unknown.</summary>
    public void RevokeTokens() => _tokens.Revoke();

    /// <summary>Lets the next such request fail that no other fault is armed for.</summary>
    public void FailNext(string method, string pathEnds, Fault fault) => _armed.Add(method, pathEnds, fault);

    /// <summary>Does something when the next such request has come, before it takes effect.</summary>
    public void BeforeNext(string method, string pathEnds, Action before) => _armed.Add(method, pathEnds, before);

    public async ValueTask DisposeAsync()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        await _ended.CancelAsync();
        await _server.DisposeAsync();
        _hosts.Dispose();
        _ended.Dispose();
    }

    private void Map(string path, string[] methods, RequestDelegate answer, string host) => _server.MapMethods(path, methods, answer).RequireHost(host);
}
