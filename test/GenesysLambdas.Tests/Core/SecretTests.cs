using GenesysLambdas.ExternalApis;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.Tests.Core;

public sealed class SecretTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData(" abc\n")]
    [InlineData("""{"token":"abc"}""")]
    [InlineData("""{"apiKey":"abc"}""")]
    [InlineData("""{"api_key":" abc ","other":5}""")]
    public void A_token_is_bare_or_in_an_object(string value) => Assert.Equal("abc", Secret.Parse(value)!.Token);

    [Fact]
    public void A_user_or_a_client_is_in_an_object()
    {
        Assert.Equal(("u", "p"), (Secret.Parse("""{"username":"u","password":"p"}""")!.Username, Secret.Parse("""{"username":"u","password":"p"}""")!.Password));
        var client = Secret.Parse("""{"client_id":"i","client_secret":"s","scope":"a b"}""")!;
        Assert.Equal(("i", "s", "a b"), (client.ClientId, client.ClientSecret, client.Scope));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":7}""")]
    [InlineData("""{"token":"a\r\nX-Evil: 1"}""")]
    [InlineData("""{"username":"u"}""")]
    [InlineData("""{"client_secret":"s"}""")]
    public void What_holds_no_credentials_is_none(string? value) => Assert.Null(Secret.Parse(value));

    [Theory]
    [InlineData("bearer", "Authorization", "Bearer t%&=", "")]
    [InlineData("header", "X-Key", "t%&=", "")]
    [InlineData("query", "", "", "X-Key=t%25%26%3D")]
    [InlineData("basic", "Authorization", "Basic dTpww7Y=", "")]
    public void Credentials_are_shown_as_the_API_wants_them(string kind, string header, string value, string query)
    {
        var secret = Secret.Parse("""{"token":"t%&=","username":"u","password":"pö"}""")!;
        var shown = Credentials.Of(secret, new AuthScheme(Enum.Parse<AuthKind>(kind, ignoreCase: true), "X-Key"), "X_SECRET_ID");

        Assert.Equal((header, value, query), (shown.Header, shown.Value, shown.Query));
    }

    [Fact]
    public void Nothing_prints_a_secret()
    {
        var secret = Secret.Parse("hunter2")!;

        Assert.DoesNotContain("hunter2", $"{secret}{Credentials.Of(secret, new AuthScheme(AuthKind.Bearer), "X")}", StringComparison.Ordinal);
    }
}
