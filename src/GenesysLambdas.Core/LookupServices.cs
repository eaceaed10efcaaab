using Amazon.Runtime;
using Amazon.SecretsManager;
using GenesysLambdas.Settings;
using GenesysLambdas.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas;

/// <summary>Adds what lookups run on to a service collection.</summary>
public static class LookupServices
{
    /// <summary>Adds the <see cref="LookupHost"/> of a deployed function.</summary>
    /// <param name="services">The services of the function.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLookupHost(this IServiceCollection services) => services.AddSingleton(_ => new LookupHost(
        SettingsReader.FromEnvironment(),
        CreateSecretsManager,
        TimeProvider.System,
        LogOutput.Open(Console.OpenStandardOutput)));

    // The SDK's own time-outs can outlast a data action.
    private static AmazonSecretsManagerClient CreateSecretsManager(HttpClientFactory http) => new(new AmazonSecretsManagerConfig
    {
        Timeout = TimeSpan.FromSeconds(1.5),
        ConnectTimeout = TimeSpan.FromSeconds(1.5),
        MaxErrorRetry = 1,
        HttpClientFactory = http,
    });
}
