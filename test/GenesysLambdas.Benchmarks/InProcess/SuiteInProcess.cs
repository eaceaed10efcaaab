using System.Reflection;
using Amazon.Lambda.RuntimeSupport;
using Amazon.SecretsManager;
using GenesysLambdas.Benchmarks.Loopback;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Lookups;

namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>The customer-profile lookup, and the loop that calls it, in this process.</summary>
internal sealed class SuiteInProcess : IDisposable
{
    private readonly CalledServers _servers = new();
    // Unbuffered, as standard output is.
    private readonly FileStream _log = new("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly CustomerProfile _lookup;

    public SuiteInProcess()
    {
        var settings = new Dictionary<string, string?> { ["CUSTOMER_API_BASE_URL"] = _servers.Api, ["CUSTOMER_API_SECRET_ID"] = CalledServers.SecretId };
        foreach (var (name, value) in new[]
        {
            ("AWS_ENDPOINT_URL_SECRETS_MANAGER", _servers.SecretsManager), ("AWS_REGION", "us-east-1"), ("AWS_ACCESS_KEY_ID", "BENCHMARK"), ("AWS_SECRET_ACCESS_KEY", "benchmark"),
        })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _lookup = new(new LookupHost(
            new SettingsReader(settings.GetValueOrDefault),
            http => new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { HttpClientFactory = http }),
            TimeProvider.System,
            _log));
    }

    /// <summary>Answers events until cancelled.</summary>
    public async Task RunAsync(HttpClient runtimeApi, CancellationToken enough)
    {
        using var bootstrap = LambdaBootstrapBuilder.Create<LookupRequest, Answer>(_lookup.LookUpCustomerProfile, new LookupSerializer())
            .ConfigureOptions(options => options.RuntimeApiEndpoint = "stub")
            .UseHttpClient(runtimeApi)
            .Build();
        await bootstrap.RunAsync(enough);
    }

    /// <summary>Takes the sockets away from the lookup's client of the external API.</summary>
    public void ReplaceTransport(HttpMessageHandler transport)
    {
        // By reflection: the deployed code has no opening for this, and should not have one for a benchmark.
        var handler = typeof(HttpMessageInvoker).GetField("_handler", BindingFlags.Instance | BindingFlags.NonPublic);
        if (handler is null || FindClient(_lookup, new(ReferenceEqualityComparer.Instance)) is not { } client)
        {
            throw new BenchmarkException("The lookup's HTTP client was not found. Has ReplaceTransport kept up with the code?");
        }

        handler.SetValue(client, transport);
    }

    public void Dispose()
    {
        _log.Dispose();
        _servers.Dispose();
    }

    private static HttpClient? FindClient(object at, HashSet<object> seen)
    {
        if (at is HttpClient client)
        {
            return client;
        }

        for (var type = seen.Add(at) && IsOurs(at.GetType()) ? at.GetType() : null; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsValueType && field.GetValue(at) is { } value && FindClient(value, seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith(nameof(GenesysLambdas), StringComparison.Ordinal) == true || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>));
}
