namespace GenesysLambdas.ExternalApis;

/// <summary>Where the credentials of an external API come from.</summary>
internal interface ICredentialSource
{
    /// <summary>The credentials to use now.</summary>
    Task<Credentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>Credentials in place of those that were refused.</summary>
    /// <returns>Null where there are no others to be had.</returns>
    Task<Credentials?> ReplaceAsync(Credentials refused, CancellationToken cancellationToken);
}
