namespace GenesysLambdas.ExternalApis;

/// <summary>For an external API that asks for none.</summary>
internal sealed class NoCredentials : ICredentialSource
{
    public Task<Credentials> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Credentials.None);

    public Task<Credentials?> ReplaceAsync(Credentials refused, CancellationToken cancellationToken) => Task.FromResult<Credentials?>(null);
}
