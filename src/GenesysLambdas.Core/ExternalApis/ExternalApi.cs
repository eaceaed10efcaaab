using System.Net;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>An external API for the lifetime of the function: its settings, secret and connections, each created when first needed.</summary>
internal sealed class ExternalApi
{
    private readonly string _authSetting;
    private readonly Lazy<ApiSettings> _settings;
    private readonly Lazy<ICachedValue<Secret>?> _secret;
    private readonly Lazy<RetryingClient> _client;

    public ExternalApi(LookupContract lookup, OutboundServices services)
    {
        var api = lookup.Api;
        _authSetting = api.Settings.Auth.Name;
        _settings = new(() => ApiSettings.Read(services.Settings, api, lookup.MaxAttempts));
        _secret = new(() => CreateSecretCache(api, _settings.Value, services));
        _client = new(() => new RetryingClient(CalledServer.ExternalApi, _settings.Value, services));
    }

    public TimeSpan CacheTime => _settings.Value.KeepFound;

    /// <summary>Starts fetching the secret and connecting, before there is an event. Failures are not thrown until the first call.</summary>
    public void Prepare()
    {
        try
        {
            _secret.Value?.Prefetch();
            _client.Value.Connect();
        }
        catch (LookupException)
        {
            // Thrown again by the first call.
        }
    }

    /// <summary>Sends a request. If it is refused and there is a new secret, retries it.</summary>
    /// <exception cref="LookupException">There was no reply, or the request already has a parameter with the token's name.</exception>
    public async Task<ApiReply> SendAsync(ApiRequest request, Invocation invocation)
    {
        if (_settings.Value.Auth is { Kind: AuthKind.Query, Name: var parameter } && TokenPlace.IsSent(request.PathAndQuery, parameter))
        {
            throw SettingsReader.Malformed(_authSetting, "query:<name>, with a name that is not one of the lookup's own parameters");
        }

        if (_secret.Value is not { } cache)
        {
            return await SendAsync(request, secret: null, invocation);
        }

        var secret = await InSecretPhase(cache.GetAsync(invocation.Deadline.Token), invocation);
        var reply = await SendAsync(request, secret, invocation);
        if (!reply.RefusesCredentials || await InSecretPhase(cache.ReplaceAsync(secret, invocation.Deadline.Token), invocation) is not { } fresh)
        {
            return reply;
        }

        if (!fresh.IsSameAs(secret))
        {
            return await SendAsync(request, fresh, invocation);
        }

        // There is no newer secret. A 403 may be about the resource rather than the credentials.
        if (reply is { Status: HttpStatusCode.Unauthorized, IsCached: false })
        {
            _client.Value.Refusals.Add(fresh, request.Fingerprint, reply.ToCached());
        }

        return reply;
    }

    /// <summary>The secret or, with OAuth2, the token.</summary>
    /// <returns>Null if the API needs none.</returns>
    private static ICachedValue<Secret>? CreateSecretCache(ApiContract api, ApiSettings own, OutboundServices services)
    {
        if (own.SecretId.Length == 0)
        {
            return api.RequiresSecret ? throw SecretMissing(own.SecretSetting) : null;
        }

        var secret = new SecretFetch(services.SecretsManager, own.SecretSetting, own.SecretId, services.Time)
            .CreateCache(SecretFetch.TimeToLive(services.Settings));
        if (own.Auth.Kind != AuthKind.OAuth2)
        {
            return secret;
        }

        var tokenUrl = api.Settings.TokenUrl.Name;
        var address = new Uri(ApiUrl.Read(services.Settings, tokenUrl, api.TokenUrl));
        var endpoint = new TokenEndpoint(new CalledServer("The token endpoint", tokenUrl), address, own, services);
        return new OAuth2Tokens(secret, endpoint, services.Time);
    }

    private static LookupException SecretMissing(string setting) => new(
        SettingsReader.Missing(setting, ", and the external API cannot be called without a secret").Failure with { Reason = FailureReason.SecretMissing });

    private Task<ApiReply> SendAsync(ApiRequest request, Secret? secret, Invocation invocation)
    {
        var own = _settings.Value;
        var credentials = secret is null ? Credentials.None : Credentials.Create(secret, own.Auth, own.SecretSetting);
        var outgoing = new OutgoingRequest(request, $"{own.BaseUrl}/{request.PathAndQuery}", credentials, secret, invocation.TraceId);
        return _client.Value.SendAsync(outgoing, invocation.Deadline, invocation);
    }

    private static async Task<T> InSecretPhase<T>(Task<T> waiting, Invocation invocation)
    {
        using (invocation.Measure(Phase.Secret))
        {
            return await waiting;
        }
    }
}
