using Amazon.Runtime;
using Amazon.SecretsManager;
using GenesysLambdas.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas;

/// <summary>Adds lookups to a service collection.</summary>
public static class LookupServices
{
    /// <summary>Adds the lookups and what they run on.</summary>
    /// <param name="services">The services of the function.</param>
    /// <param name="lookups">The lookups.</param>
    public static IServiceCollection AddLookups(this IServiceCollection services, LookupRegistry lookups)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        lookups.Register(services);
        return services.AddSingleton(_ => new LookupHost(
            SettingsReader.FromEnvironment(),
            CreateSecretsManager,
            TimeProvider.System,
            Console.OpenStandardOutput()));
    }

    // The SDK's own time-outs can outlast a data action.
    private static AmazonSecretsManagerClient CreateSecretsManager(HttpClientFactory http) => new(new AmazonSecretsManagerConfig
    {
        Timeout = TimeSpan.FromSeconds(1.5),
        ConnectTimeout = TimeSpan.FromSeconds(1.5),
        MaxErrorRetry = 1,
        HttpClientFactory = http,
    });
}
