using System.Net.Http.Headers;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Page;

/// <summary>Calls the local HTTP API like a web services data action, with its token.</summary>
internal sealed class HttpApiClient(LocalServer server, TimeProvider time) : IDisposable
{
    // The emulator has its own timeout.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly string _header = HttpAuthorizerFunction.Header(server.Options.Settings);

    /// <returns>The error, if the call did not reach the function.</returns>
    public async Task<string?> PostAsync(LookupContract lookup, byte[] payload, TraceHeader trace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Endpoint, HttpPath.Of(lookup)));
        request.Content = new ByteArrayContent(payload) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.TryAddWithoutValidation(TraceHeader.Name, $"Root={trace.Root}");
        var (header, value) = Credentials();
        request.Headers.TryAddWithoutValidation(header, value);
        try
        {
            using var response = await _client.SendAsync(request);
            return $"The HTTP API answered {(int)response.StatusCode} before the call reached the function: "
                + $"check the secret {server.Options.Names.HttpTokenSecret} and the authorizer's log in the terminal.";
        }
        catch (HttpRequestException)
        {
            return "'serve' is stopping: start it again.";
        }
    }

    public void Dispose() => _client.Dispose();

    private (string Header, string Value) Credentials() => server.Options.JwtIssuer is { } issuer
        ? (HttpTokenHeader.Authorization, $"Bearer {issuer.CreateToken(time)}")
        : (_header, HttpTokenHeader.Value(_header, new StandInToken(server.Secrets, server.Options.Names.HttpTokenSecret).Token));
}
