using GenesysLambdas.Caching;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>A secret, shown as it is.</summary>
internal sealed class SecretCredentials(KeptValue<Secret> secrets, AuthScheme scheme, string secretSetting) : ICredentialSource
{
    public async Task<Credentials> GetAsync(CancellationToken cancellationToken) => Show(await secrets.GetAsync(cancellationToken));

    public async Task<Credentials?> ReplaceAsync(Credentials refused, CancellationToken cancellationToken) =>
        await secrets.ReplaceAsync(refused.Secret!, cancellationToken) is { } fresh ? Show(fresh) : null;

    private Credentials Show(Secret secret) => Credentials.Of(secret, scheme, secretSetting);
}
