using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// The tokens of an OAuth client, and how many requests each may make in a minute. How an unknown client (400) and a wrong
/// secret (401) are refused: gildas/go-gcloudcx, login_test.go and apierror.go. The limit's key: the same name in several
/// public clients; the refusal: the 429 of the API's definition, and <c>Limit</c> of MyPureCloud/platform-client-sdk-dotnet.
/// </summary>
internal sealed class PlatformTokens(TimeProvider time)
{
    public const string ClientId = "3b1ed5f0-7c1e-4b4e-9b3f-0d6c2a5f8e11";
    public const string ClientSecret = "a-client-secret";

    private const int RequestsPerMinute = 300;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(86399);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Token> _tokens = new(StringComparer.Ordinal);

    /// <summary>Makes every token so far unknown.</summary>
    public void Revoke()
    {
        lock (_lock)
        {
            _tokens.Clear();
        }
    }

    /// <summary>Answers <c>POST /oauth/token</c>.</summary>
    public async Task<(int Status, JsonObject Body)> IssueAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || (string?)(await request.ReadFormAsync())["grant_type"] is not { } grant)
        {
            return Refusal(400, "invalid_request", "grant_type is missing");
        }

        var (id, secret) = Basic(request);
        if (id != ClientId)
        {
            return Refusal(400, "invalid_client", "client not found");
        }

        if (secret != ClientSecret)
        {
            return Refusal(401, "invalid_client", "authentication failed");
        }

        if (grant != "client_credentials")
        {
            return Refusal(400, "unsupported_grant_type", "not for this client");
        }

        var token = Guid.NewGuid().ToString("N");
        lock (_lock)
        {
            _tokens[token] = new Token(time.GetUtcNow() + Lifetime);
        }

        return (200, new JsonObject { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = (int)Lifetime.TotalSeconds });
    }

    /// <summary>Fails unless the request has a token that is valid and has not made too many.</summary>
    public void Check(HttpContext context)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            || header is not { Scheme: "Bearer", Parameter: { Length: > 0 } text })
        {
            throw new PlatformException(new(401, "authentication.required", "There is no bearer token."));
        }

        lock (_lock)
        {
            if (!_tokens.TryGetValue(text, out var token))
            {
                throw new PlatformException(new(401, "bad.credentials", "The token is not valid."));
            }

            if (time.GetUtcNow() >= token.Expires)
            {
                throw new PlatformException(new(401, "credentials.expired", "The token has expired."));
            }

            Count(token, context.Response.Headers);
        }
    }

    private void Count(Token token, IHeaderDictionary headers)
    {
        var now = time.GetUtcNow();
        if (now >= token.WindowEnds)
        {
            (token.WindowEnds, token.Requests) = (now + Window, 0);
        }

        var reset = (int)Math.Ceiling((token.WindowEnds - now).TotalSeconds);
        headers["inin-ratelimit-count"] = $"{++token.Requests}";
        headers["inin-ratelimit-allowed"] = $"{RequestsPerMinute}";
        headers["inin-ratelimit-reset"] = $"{reset}";
        if (token.Requests > RequestsPerMinute)
        {
            throw new PlatformException(new(429, "too.many.requests.retry.after", $"Too many requests. Try again in [{reset}] seconds.")
            {
                RetryAfter = reset,
                Limit = new JsonObject { ["namespace"] = "platform.api", ["key"] = "client.credentials.token.rate.per.minute", ["value"] = RequestsPerMinute },
            });
        }
    }

    private static (string? Id, string? Secret) Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } encoded })
        {
            return default;
        }

        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(':', 2);
        return (parts[0], parts[^1]);
    }

    private static (int Status, JsonObject Body) Refusal(int status, string error, string description) =>
        (status, new JsonObject { ["error"] = error, ["description"] = description });

    private sealed class Token(DateTimeOffset expires)
    {
        public DateTimeOffset Expires => expires;

        public DateTimeOffset WindowEnds { get; set; }

        public int Requests { get; set; }
    }
}
