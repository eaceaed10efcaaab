namespace Amazon.Runtime;

/// <summary>Credentials to sign AWS requests with, or a source of them.</summary>
public abstract class AWSCredentials
{
    /// <summary>The current credentials.</summary>
    /// <exception cref="InvalidOperationException">The source has none.</exception>
    public abstract ImmutableCredentials GetCredentials();

    /// <inheritdoc cref="GetCredentials"/>
    public virtual Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());
}
