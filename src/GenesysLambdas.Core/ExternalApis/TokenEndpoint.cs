using System.Text;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>An OAuth2 token endpoint (RFC 6749, section 3.2). Requests to it are safe to retry.</summary>
/// <param name="settings">The settings of the API that the tokens are for, which also apply to the endpoint.</param>
internal sealed class TokenEndpoint(CalledServer server, Uri address, ApiSettings settings, OutboundServices services)
{
    // Several callers may be waiting for a token, so the attempts do not end with the deadline of one of them.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(9);

    private readonly RetryingClient _client = new(server, settings, services);

    public async Task<TokenReply> RequestAsync(Secret client)
    {
        var credentials = Credentials.OfClient(client, settings.SecretSetting);
        using var deadline = new Deadline(LongestWait, services.Time);
        var request = new OutgoingRequest(FormWith(client.Scope), address.AbsoluteUri, credentials, client);
        var reply = await _client.SendAsync(request, deadline);
        var token = new TokenReply(reply, server);
        // The client will be refused until someone changes the secret or the client's registration.
        if (!reply.IsCached && token.IsRefusal)
        {
            _client.Refusals.Add(client, request.Fingerprint, reply.ToCached(withBody: true));
        }

        return token;
    }

    // RFC 6749, section 4.4.2.
    private static ApiRequest FormWith(string? scope)
    {
        var scopes = scope is null ? "" : $"&scope={Uri.EscapeDataString(scope).Replace("%20", "+", StringComparison.Ordinal)}";
        return new(HttpMethod.Post, $"", Encoding.ASCII.GetBytes($"grant_type=client_credentials{scopes}"))
        {
            ContentType = "application/x-www-form-urlencoded",
            IsWrite = false,
        };
    }
}
