using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>A secret, shown as it is.</summary>
internal sealed class SecretCredentials(SecretSource source, AuthScheme scheme, string secretSetting) : ICredentialSource
{
    public async Task<Credentials> GetAsync(CancellationToken cancellationToken) =>
        Credentials.Of(await source.GetAsync(cancellationToken), scheme, secretSetting);

    public async Task<bool> RenewAsync(Credentials refused, CancellationToken cancellationToken) =>
        await source.RenewAsync(refused.Secret!, cancellationToken) is not null;
}
