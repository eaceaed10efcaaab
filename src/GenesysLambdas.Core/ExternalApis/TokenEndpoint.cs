using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>An OAuth2 token endpoint (RFC 6749, section 3.2). Asking it twice does no harm.</summary>
/// <param name="farEnd">What it is called.</param>
/// <param name="address">Its address.</param>
/// <param name="settings">The settings of the API that the tokens are for: they hold for the endpoint as well.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenEndpoint(FarEnd farEnd, Uri address, ApiSettings settings, TimeProvider time)
{
    // Several callers may wait for a token, so that it is no single one's deadline that ends the attempts.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(9);

    private readonly Attempts _attempts = new(farEnd, ApiHttpClient.Create(), settings, time);

    /// <summary>Asks for a token.</summary>
    /// <exception cref="LookupException">No answer was to be had.</exception>
    public async Task<TokenAnswer> RequestAsync(OAuth2Client client)
    {
        using var deadline = new Deadline(LongestWait, time);
        return new(await _attempts.SendAsync(client.ToRequest(address), fingerprint: 0, deadline, invocation: null), farEnd);
    }
}
