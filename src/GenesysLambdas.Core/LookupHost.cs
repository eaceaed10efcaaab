using Amazon.Runtime;
using Amazon.SecretsManager;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas;

/// <summary>Services shared by all lookups in a function.</summary>
public sealed class LookupHost
{
    /// <param name="secretsManager">Creates the Secrets Manager client from an HTTP client factory, once a secret is needed.</param>
    public LookupHost(SettingsReader settings, Func<HttpClientFactory, IAmazonSecretsManager> secretsManager, TimeProvider time, Stream log)
    {
        Services = new(settings, secretsManager, time);
        Invocations = new(settings, time);
        HttpHeads = new(settings);
        Log = new(log, settings, time);
    }

    /// <summary>The host of a deployed function.</summary>
    public static LookupHost ForLambda() =>
        new(SettingsReader.FromEnvironment(), CreateSecretsManager, TimeProvider.System, LogOutput.Open(Console.OpenStandardOutput));

    /// <summary>The function's settings, from which lookups read their own.</summary>
    public SettingsReader Settings => Services.Settings;

    internal OutboundServices Services { get; }

    internal Invocations Invocations { get; }

    internal HttpHeads HttpHeads { get; }

    internal InvocationLog Log { get; }

    /// <summary>Creates a cache for answers that found something.</summary>
    public AnswerCache<TInputs, TOutputs> CreateCache<TInputs, TOutputs>(TimeSpan timeToLive)
        where TInputs : notnull
        where TOutputs : class =>
        new(timeToLive, Services.Time);

    // The SDK's default time-outs can be longer than a data action's.
    private static AmazonSecretsManagerClient CreateSecretsManager(HttpClientFactory http) => new(new AmazonSecretsManagerConfig
    {
        Timeout = TimeSpan.FromSeconds(1.5),
        ConnectTimeout = TimeSpan.FromSeconds(1.5),
        MaxErrorRetry = 1,
        HttpClientFactory = http,
    });
}
