namespace GenesysLambdas.ExternalApis;

/// <summary>Who asks for a token. It is a class without a text form, so that nothing prints it.</summary>
internal sealed class OAuth2Client(string id, string secret, string? scope)
{
    public string Authorization { get; } = Credentials.BasicValue(id, secret);

    /// <summary>The form of a token request (RFC 6749, section 4.4.2).</summary>
    public FormUrlEncodedContent ToForm() => new(
        scope is null ? [new("grant_type", "client_credentials")] : [new("grant_type", "client_credentials"), new("scope", scope)]);
}
