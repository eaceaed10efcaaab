namespace GenesysLambdas.ExternalApis;

/// <summary>Where the credentials of an external API come from.</summary>
internal interface ICredentialSource
{
    /// <summary>The credentials to use now.</summary>
    Task<Credentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>Has the credentials that were refused replaced.</summary>
    /// <returns>Whether another try is worth making.</returns>
    Task<bool> RenewAsync(Credentials refused, CancellationToken cancellationToken);
}
