using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Validates JSON web tokens like API Gateway's JWT authorizer
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT authorizers</see>): an RSA signature by
/// the key in <c>kid</c>; <c>iss</c>; <c>aud</c>, or else <c>client_id</c>; <c>exp</c>; <c>nbf</c> and <c>iat</c> if present. The errors in
/// <c>www-authenticate</c> are from "Troubleshooting issues with HTTP API JWT authorizers".
/// </summary>
internal sealed class JwtAuthorizer(LocalIssuer issuer, TimeProvider time) : IHttpAuthorizer
{
    private const string Bearer = "Bearer ";

    public async Task<HttpDecision> DecideAsync(HttpRequest request, HttpEvents events)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : header.Trim();
        if (token.Length == 0)
        {
            return HttpDecision.Unauthorized with { Challenge = "Bearer" };
        }

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Parameters());
        return result.IsValid ? HttpDecision.Admitted with { Context = Claims((JsonWebToken)result.SecurityToken) }
            : HttpDecision.Unauthorized with { Challenge = $"{Bearer}scope=\"\" error=\"invalid_token\" error_description=\"{Describe(result.Exception)}\"" };
    }

    private TokenValidationParameters Parameters() => new()
    {
        ValidIssuer = LocalIssuer.Name,
        IssuerSigningKeys = [issuer.Key],
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireExpirationTime = true,
        AudienceValidator = (audiences, token, _) => audiences.Any()
            ? audiences.Contains(issuer.Audience)
            : ((JsonWebToken)token).TryGetPayloadValue("client_id", out string client) && client == issuer.Audience,
        LifetimeValidator = (notBefore, expires, token, _) => IsAlive(notBefore, expires, ((JsonWebToken)token).IssuedAt),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime issuedAt)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now && (notBefore is null || notBefore <= now) && issuedAt <= now;
    }

    private static JsonObject Claims(JsonWebToken token) => new()
    {
        ["jwt"] = new JsonObject
        {
            ["claims"] = new JsonObject(token.Claims.DistinctBy(claim => claim.Type).Select(claim => KeyValuePair.Create(claim.Type, (JsonNode?)claim.Value))),
            ["scopes"] = null,
        },
    };

    private static string Describe(Exception exception) => exception switch
    {
        SecurityTokenInvalidAudienceException => "the token does not have a valid audience",
        SecurityTokenInvalidIssuerException => "the token does not have a valid issuer",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException =>
            "the token has expired or is not valid yet",
        _ => "the token is not signed by a key of the issuer",
    };
}
