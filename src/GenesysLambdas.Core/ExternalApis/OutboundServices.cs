using Amazon.Runtime;
using Amazon.SecretsManager;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Shared by all outgoing calls: settings, trusted roots, the Secrets Manager client and the clock.</summary>
internal sealed class OutboundServices
{
    private readonly Lazy<ServerTrust> _trust;

    /// <param name="createSecretsManager">Creates the Secrets Manager client from an HTTP client factory, once a secret is needed.</param>
    public OutboundServices(SettingsReader settings, Func<HttpClientFactory, IAmazonSecretsManager> createSecretsManager, TimeProvider time)
    {
        (Settings, Time) = (settings, time);
        _trust = new(() => ServerTrust.Read(settings));
        SecretsManager = new(() => createSecretsManager(new SecretsManagerHttp(_trust.Value)));
    }

    public SettingsReader Settings { get; }

    public TimeProvider Time { get; }

    public Lazy<IAmazonSecretsManager> SecretsManager { get; }

    public ServerTrust Trust => _trust.Value;
}
