using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Signs in: OAuth2 client credentials (RFC 6749, section 4.4).</summary>
internal static class AccessToken
{
    public static async Task<string> RequestAsync(HttpClient http, PlatformRegion region, OAuthClient client, Func<Func<CancellationToken, Task<PlatformReply>>, Task<PlatformReply>> repeat, TimeProvider time)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}"));
        var reply = await repeat(async cancellationToken =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, region.Token)
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Basic", basic) },
                Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
            };
            using var response = await http.SendAsync(message, cancellationToken);
            return await PlatformReply.ReadAsync(response, time, cancellationToken);
        });
        return reply switch
        {
            { IsSuccess: true } when reply.Json().Text("access_token") is { Length: > 0 } token => token,
            { Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized } => throw new ToolException(
                $"Genesys Cloud in {region.Domain} does not accept the OAuth client: check {OAuthClient.IdVariable}, {OAuthClient.SecretVariable}, "
                + $"that its grant type is Client Credentials, and that the organization's region is {region.Domain} ({PlatformRegion.NameVariable} or {PlatformRegion.DomainVariable})."),
            _ => throw new ToolException($"Genesys Cloud in {region.Domain} answered the sign-in with {(int)reply.Status}: try again."),
        };
    }
}
