using Amazon.Lambda.Core;
using Amazon.Runtime;
using Amazon.SecretsManager;
using GenesysLambdas.Answers;
using GenesysLambdas.Caching;
using GenesysLambdas.Connections;
using GenesysLambdas.Contracts;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.HttpAccess;
using GenesysLambdas.Requests;
using GenesysLambdas.Secrets;
using GenesysLambdas.Settings;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas;

/// <summary>What lookups run on: the settings, Secrets Manager, the clock and the log.</summary>
public sealed class LookupHost
{
    private readonly TimeProvider _time;
    private readonly Lazy<ServerTrust> _trust;
    private readonly Lazy<IAmazonSecretsManager> _secretsManager;
    private readonly Lazy<TimeSpan> _reserve;
    private readonly Lazy<bool> _sendsOwnStatus;

    private int _invocations;

    /// <summary>Creates it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="secretsManager">Creates the Secrets Manager client, with what creates its HTTP client, when the first secret is needed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Takes one line per invocation.</param>
    public LookupHost(SettingsReader settings, Func<HttpClientFactory, IAmazonSecretsManager> secretsManager, TimeProvider time, Stream log)
    {
        (Settings, _time, Log) = (settings, time, new InvocationLog(log, settings, time));
        _trust = new(() => ServerTrust.Read(settings));
        _secretsManager = new(() => secretsManager(new SecretsManagerHttp(_trust.Value)));
        _reserve = new(() => TimeSpan.FromMilliseconds(settings.Integer("DEADLINE_RESERVE_MS", fallback: 500, minimum: 0, maximum: 60_000)));
        _sendsOwnStatus = new(() => settings.OneOf("HTTP_STATUS", "200", "answer") == "answer");
    }

    /// <summary>The host of a deployed function.</summary>
    public static LookupHost ForLambda() =>
        new(SettingsReader.FromEnvironment(), CreateSecretsManager, TimeProvider.System, LogOutput.Open(Console.OpenStandardOutput));

    /// <summary>The settings, for those that are a lookup's own.</summary>
    public SettingsReader Settings { get; }

    internal InvocationLog Log { get; }

    /// <summary>A cache of found answers.</summary>
    /// <typeparam name="TInputs">What it is found by.</typeparam>
    /// <typeparam name="TOutputs">What is found.</typeparam>
    /// <param name="timeToLive">How long it is cached.</param>
    public AnswerCache<TInputs, TOutputs> CreateCache<TInputs, TOutputs>(TimeSpan timeToLive)
        where TInputs : notnull
        where TOutputs : class =>
        new(timeToLive, _time);

    internal CachedValue<HttpTokens> CreateTokenCache() => HttpTokens.CreateCache(Settings, _secretsManager, _time);

    internal ExternalApi Connect(ApiContract api) => new(api, Settings, _secretsManager, _trust, _time);

    internal Invocation Begin(string lookup, IReadOnlyList<InputContract> inputs, LookupRequest request, ILambdaContext context)
    {
        var isFirst = Interlocked.Increment(ref _invocations) == 1;
        return new(lookup, RequestOrigin.Find(request, inputs), isFirst, context, new Deadline(context.RemainingTime - ValueOr(TimeSpan.Zero, _reserve), _time), _time);
    }

    /// <exception cref="LookupException">A setting that every function shares is malformed.</exception>
    internal void CheckSettings() => _ = _reserve.Value;

    /// <exception cref="LookupException">A setting that every lookup shares is malformed.</exception>
    internal void CheckSettings(LookupRequest request)
    {
        CheckSettings();
        if (request.Http is not null)
        {
            _ = _sendsOwnStatus.Value;
        }
    }

    /// <summary>The head of the HTTP answer; null: the request did not come over HTTP. With any status but 200, the flow sees no outputs.</summary>
    internal HttpHead? HeadOf(LookupRequest request, LookupOutputs outputs) => request.Http is not { } http ? null : new(
        // A load balancer considers a function unhealthy if it answers health checks with another status.
        ValueOr(false, _sendsOwnStatus) && !http.IsHealthCheck ? outputs.StatusCode : 200,
        HasDescription: http.Source == HttpSource.LoadBalancer,
        http.HasHeaderLists);

    // The SDK's own time-outs can outlast a data action.
    private static AmazonSecretsManagerClient CreateSecretsManager(HttpClientFactory http) => new(new AmazonSecretsManagerConfig
    {
        Timeout = TimeSpan.FromSeconds(1.5),
        ConnectTimeout = TimeSpan.FromSeconds(1.5),
        MaxErrorRetry = 1,
        HttpClientFactory = http,
    });

    // A malformed setting is answered with a ConfigurationError, and until then there must be another value in its place.
    private static T ValueOr<T>(T fallback, Lazy<T> setting)
    {
        try
        {
            return setting.Value;
        }
        catch (LookupException)
        {
            return fallback;
        }
    }
}
