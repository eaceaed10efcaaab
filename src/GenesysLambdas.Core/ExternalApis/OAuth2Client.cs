using System.Text;

namespace GenesysLambdas.ExternalApis;

/// <summary>Who asks for a token. It is a class without a text form, so that nothing prints it.</summary>
internal sealed class OAuth2Client(string id, string secret, string? scope)
{
    private const string GrantType = "grant_type=client_credentials";

    /// <summary>A token request (RFC 6749, section 4.4.2).</summary>
    public OutgoingRequest ToRequest(Uri address) => new(HttpMethod.Post, address, RetryPolicy.Safe)
    {
        Headers = [("Authorization", Credentials.BasicValue(id, secret))],
        ContentType = "application/x-www-form-urlencoded",
        Body = Encoding.ASCII.GetBytes(scope is null ? GrantType : $"{GrantType}&scope={Uri.EscapeDataString(scope).Replace("%20", "+", StringComparison.Ordinal)}"),
    };
}
