using GenesysLambdas.Local.Page.Apis;
using GenesysLambdas.Local.Page.Calls;
using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Page;

/// <summary>The page of <c>serve</c>, which shows calls as Genesys Cloud and the flow would see them, and causes faults.</summary>
/// <param name="root">The repository's folder, for the saved requests.</param>
public sealed class LocalPage(LocalServer server, string root, TimeProvider time) : IDisposable
{
    private readonly Forwarder _forwarder = new();
    private readonly HttpApiClient _httpApi = new(server, time);

    public static Uri AddressOf(LocalServer server) => server.Keys is { } keys ? PageKey.Address(server.Endpoint, keys.Page) : server.Endpoint;

    /// <summary>Maps the page's routes.</summary>
    public void AddTo(WebApplication app)
    {
        var apis = new LocalExternalApis(server);
        var secrets = new ApiSecrets(server.Secrets, server.Options.Names);
        var requests = new SavedRequests(root);
        var history = new CallHistory(new CallReport(server.Secrets, HttpAuthorizerFunction.Header(server.Options.Settings)), time);
        foreach (var function in server.Functions.All)
        {
            function.Invoked = invocation => history.Begin(function.Contract, invocation);
        }

        if (server.Keys is { } keys)
        {
            var key = new PageKey(keys.Page, server.Options.Names.Name, server.Endpoint.Port);
            app.Use(next => context => key.AdmitAsync(context, next));
        }

        var gate = new ApiGate(apis, history, new ExchangeText(server.Secrets), _forwarder);
        app.Use(next => context => gate.PassAsync(context, next));
        new PageAssets().Map(app);
        new SuiteApi(server, apis, secrets, requests).Map(app);
        new RequestsApi(server.Functions, requests).Map(app);
        new CallsApi(history, new PageCaller(server.Functions, history, _httpApi, time), app.Lifetime.ApplicationStopping).Map(app);
        new BreakApi(server, apis, secrets).Map(app);
        app.Map("/page/{**path}", PageRequest.Handle(context =>
            throw PageException.NotFound($"The page has no {context.Request.Method} {context.Request.Path}: reload it.")));
    }

    public void Dispose()
    {
        _forwarder.Dispose();
        _httpApi.Dispose();
    }
}
