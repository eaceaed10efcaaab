namespace GenesysLambdas.ExternalApis;

/// <summary>An external API that asks for none.</summary>
internal sealed class NoCredentials : ICredentialSource
{
    public Task<Credentials> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Credentials.None);

    public Task<bool> RenewAsync(Credentials refused, CancellationToken cancellationToken) => Task.FromResult(false);
}
