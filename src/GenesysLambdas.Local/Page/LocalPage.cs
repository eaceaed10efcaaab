using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Apis;
using GenesysLambdas.Local.Page.Calls;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Page;

/// <summary>The page of <c>serve</c>: shows calls as Genesys Cloud and the flow would see them, and breaks what they depend on.</summary>
/// <param name="emulator">What it shows.</param>
/// <param name="root">The repository's folder, for the saved requests.</param>
public sealed class LocalPage(LambdaEmulator emulator, string root, TimeProvider time) : IDisposable
{
    private readonly Forwarder _forwarder = new();
    private readonly HttpDoorClient _door = new(emulator, time);

    /// <summary>The address to open.</summary>
    public static Uri AddressOf(LambdaEmulator emulator) => emulator.Keys is { } keys ? PageKey.Address(emulator.Endpoint, keys.Page) : emulator.Endpoint;

    /// <summary>Adds the page to what the emulator serves.</summary>
    public void AddTo(WebApplication server)
    {
        var apis = new SwitchedApis(emulator);
        var secrets = new ApiSecrets(emulator.Secrets);
        var requests = new SavedRequests(root);
        var history = new CallHistory(new CallReport(emulator.Secrets, HttpAuthorizerFunction.Header(emulator.Options.Settings)), time);
        foreach (var function in emulator.Functions.All)
        {
            function.Invoked = invocation => history.Begin(function.Contract, invocation);
        }

        if (emulator.Keys is { } keys)
        {
            var key = new PageKey(keys.Page, emulator.Endpoint.Port);
            server.Use(next => context => key.AdmitAsync(context, next));
        }

        var gate = new ApiGate(apis, history, new ExchangeText(emulator.Secrets), _forwarder);
        server.Use(next => context => gate.PassAsync(context, next));
        new PageAssets().Map(server);
        new SuiteApi(emulator, apis, secrets, requests).Map(server);
        new RequestsApi(emulator.Functions, requests).Map(server);
        new CallsApi(history, new PageCaller(emulator, history, _door, time), server.Lifetime.ApplicationStopping).Map(server);
        new BreakApi(emulator, apis, secrets).Map(server);
        server.Map("/page/{**path}", PageRequest.Handle(context =>
            throw PageException.NotFound($"The page has no {context.Request.Method} {context.Request.Path}: load it again.")));
    }

    public void Dispose()
    {
        _forwarder.Dispose();
        _door.Dispose();
    }
}
