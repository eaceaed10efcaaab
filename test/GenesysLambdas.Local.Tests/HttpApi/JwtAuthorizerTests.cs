using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.HttpApi;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenesysLambdas.Local.Tests.HttpApi;

public sealed class JwtAuthorizerTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly LocalIssuer _issuer = new("genesys-lambdas");
    private readonly RSA _otherKey = RSA.Create(2048);

    public void Dispose()
    {
        _issuer.Dispose();
        _otherKey.Dispose();
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("")]
    public async Task A_valid_token_is_accepted_and_its_claims_are_passed_on(string scheme)
    {
        var (response, answer) = await CallAsync(scheme + _issuer.CreateToken(TimeProvider.System));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var jwt = JsonNode.Parse(answer)!["requestContext"]!["authorizer"]!["jwt"]!;
        Assert.Equal((LocalIssuer.Name, "genesys-lambdas", "local"), ((string?)jwt["claims"]!["iss"], (string?)jwt["claims"]!["aud"], (string?)jwt["claims"]!["sub"]));
    }

    public static TheoryData<string, string> Claims => new()
    {
        { "client_id in place of aud", """{"iss":"{iss}","client_id":"{aud}","exp":{later}}""" },
        { "one of several audiences", """{"iss":"{iss}","aud":["x","{aud}"],"exp":{later}}""" },
        { "nbf and iat in the past", """{"iss":"{iss}","aud":"{aud}","exp":{later},"nbf":{earlier},"iat":{earlier}}""" },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task Other_valid_claims_are_accepted(string what, string claims)
    {
        var (response, answer) = await CallAsync("Bearer " + Sign(claims, Right));

        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{what}: {answer}");
    }

    public static TheoryData<string, string, string> WrongClaims => new()
    {
        { "another issuer", """{"iss":"https://evil.example","aud":"{aud}","exp":{later}}""", "valid issuer" },
        { "no issuer", """{"aud":"{aud}","exp":{later}}""", "valid issuer" },
        { "another audience", """{"iss":"{iss}","aud":"x","exp":{later}}""", "valid audience" },
        { "another audience, whatever the client", """{"iss":"{iss}","aud":"x","client_id":"{aud}","exp":{later}}""", "valid audience" },
        { "no audience", """{"iss":"{iss}","exp":{later}}""", "valid audience" },
        { "expired", """{"iss":"{iss}","aud":"{aud}","exp":{earlier}}""", "expired" },
        { "no expiry", """{"iss":"{iss}","aud":"{aud}"}""", "expired" },
        { "not valid yet", """{"iss":"{iss}","aud":"{aud}","exp":{later},"nbf":{later}}""", "expired" },
        { "issued in the future", """{"iss":"{iss}","aud":"{aud}","exp":{later},"iat":{later}}""", "expired" },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public Task A_token_with_invalid_claims_is_refused(string what, string claims, string description) => AssertRefusedAsync(what, Sign(claims, Right), description);

    [Fact]
    public async Task A_token_that_the_issuer_did_not_sign_is_refused()
    {
        const string Signature = "not signed by a key";
        const string Good = """{"iss":"{iss}","aud":"{aud}","exp":{later}}""";
        var token = Sign(Good, Right);
        var publicKey = ((RsaSecurityKey)_issuer.Key).Rsa.ExportSubjectPublicKeyInfo();

        await AssertRefusedAsync("another key", Sign(Good, new(new RsaSecurityKey(_otherKey) { KeyId = "local" }, SecurityAlgorithms.RsaSha256)), Signature);
        await AssertRefusedAsync("an unknown key", Sign(Good, new(new RsaSecurityKey(((RsaSecurityKey)_issuer.Key).Rsa) { KeyId = "other" }, SecurityAlgorithms.RsaSha256)), Signature);
        await AssertRefusedAsync("no kid", Sign(Good, new(new RsaSecurityKey(((RsaSecurityKey)_issuer.Key).Rsa), SecurityAlgorithms.RsaSha256)), Signature);
        await AssertRefusedAsync("HMAC with the public key", Sign(Good, new(new SymmetricSecurityKey(publicKey) { KeyId = "local" }, SecurityAlgorithms.HmacSha256)), Signature);
        await AssertRefusedAsync("RSA-PSS", Sign(Good, new(_issuer.Key, SecurityAlgorithms.RsaSsaPssSha256)), Signature);
        await AssertRefusedAsync("no algorithm", $"{Encode("""{"alg":"none","typ":"JWT","kid":"local"}""")}.{token.Split('.')[1]}.", Signature);
        await AssertRefusedAsync("no signature", token[..(token.LastIndexOf('.') + 1)], Signature);
        await AssertRefusedAsync("another payload", $"{token.Split('.')[0]}.{Encode(Filled(Good).Replace("}", ",\"x\":1}", StringComparison.Ordinal))}.{token.Split('.')[2]}", Signature);
        await AssertRefusedAsync("no token at all", "x", Signature);
        await AssertRefusedAsync("dots", "..", Signature);
    }

    [Fact]
    public async Task A_missing_token_is_a_401()
    {
        var (response, answer) = await CallAsync(null);

        Assert.Equal((HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}"""), (response.StatusCode, answer));
    }

    private SigningCredentials Right => new(_issuer.Key, SecurityAlgorithms.RsaSha256);

    private async Task AssertRefusedAsync(string what, string token, string description)
    {
        var (response, answer) = await CallAsync("Bearer " + token);

        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized && answer == """{"message":"Unauthorized"}""", $"{what}: {response.StatusCode} {answer}");
        var challenge = response.Headers.GetValues("www-authenticate").Single();
        Assert.True(challenge.StartsWith("Bearer scope=\"\" error=\"invalid_token\" ", StringComparison.Ordinal) && challenge.Contains(description, StringComparison.Ordinal), $"{what}: {challenge}");
    }

    private async Task<(HttpResponseMessage Response, string Answer)> CallAsync(string? authorization)
    {
        await using var emulator = await TestEmulator.StartAsync("echoes", options => options with { JwtIssuer = _issuer });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data-action/current-weather") { Content = new StringContent("{}") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        var response = await emulator.Client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private static string Sign(string claims, SigningCredentials credentials) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Filled(claims), credentials);

    private static string Filled(string claims) => claims
        .Replace("{iss}", LocalIssuer.Name, StringComparison.Ordinal)
        .Replace("{aud}", "genesys-lambdas", StringComparison.Ordinal)
        .Replace("{later}", $"{Now.AddHours(1).ToUnixTimeSeconds()}", StringComparison.Ordinal)
        .Replace("{earlier}", $"{Now.AddHours(-1).ToUnixTimeSeconds()}", StringComparison.Ordinal);

    private static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
