using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.Tests.Secrets;

public sealed class SecretTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData(" abc\n")]
    [InlineData("""{"token":"abc"}""")]
    [InlineData("""{"apiKey":"abc"}""")]
    [InlineData("""{"api_key":" abc ","other":5}""")]
    public void A_token_is_bare_or_in_an_object(string value) => Assert.Equal("abc", Parse(value).Token);

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData(" \n\"abc\"\r\n")]
    [InlineData("\" abc\\n\"")]
    [InlineData("\"\\u0061bc\"")]
    [InlineData("\"{\\\"token\\\":\\\"abc\\\"}\"")]
    public void A_JSON_string_is_unquoted(string value) => Assert.Equal("abc", Parse(value).Token);

    [Theory]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    [InlineData("\"123\"", "123")]
    [InlineData("123", "123")]
    [InlineData("-1.5e3", "-1.5e3")]
    [InlineData("a\"b\"", "a\"b\"")]
    [InlineData("nullable", "nullable")]
    [InlineData("abc[1]", "abc[1]")]
    public void A_bare_number_and_what_only_looks_like_JSON_are_tokens(string value, string token) => Assert.Equal(token, Parse(value).Token);

    [Theory]
    [InlineData("[\"a\"]", "looks like a JSON array")]
    [InlineData(" [ ]", "looks like a JSON array")]
    [InlineData("[{\"token\":\"a\"}]", "looks like a JSON array")]
    [InlineData("[a", "looks like a JSON array")]
    [InlineData("\"[\\\"a\\\"]\"", "looks like a JSON array")]
    [InlineData("null", "is the JSON value null")]
    [InlineData(" true\n", "is the JSON value true")]
    [InlineData("false", "is the JSON value false")]
    [InlineData("\"null\"", "is the JSON value null")]
    [InlineData("\"\"", "is empty")]
    [InlineData("\" \\t \"", "is empty")]
    [InlineData("\"\\\"abc\\\"\"", "is in more than one pair of quotation marks")]
    [InlineData("\"", "begins with a quotation mark but is not a JSON string")]
    [InlineData("\"abc", "begins with a quotation mark but is not a JSON string")]
    [InlineData("\"a\" \"b\"", "begins with a quotation mark but is not a JSON string")]
    [InlineData("\"a\nb\"", "begins with a quotation mark but is not a JSON string")]
    [InlineData("\"\\ud800\"", "begins with a quotation mark but is not a JSON string")]
    [InlineData("\"a\\nb\"", "contains a line break")]
    [InlineData("\"\\ufeffabc\"", "begins with a byte order mark")]
    public void JSON_that_is_no_token_is_unusable_and_the_message_says_why(string value, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<FormatException>(() => Parse(value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a:b")]
    [InlineData(":")]
    [InlineData("user:")]
    public void A_Basic_user_name_with_a_colon_is_a_ConfigurationError(string username)
    {
        var secret = Parse($$"""{"username":"{{username}}","password":"p:w"}""");

        var failure = Assert.Throws<LookupException>(() => Credentials.Create(secret, new AuthScheme(AuthKind.Basic), "X_SECRET_ID")).Failure;

        Assert.Equal(
            (ErrorCode.ConfigurationError, "The secret named by X_SECRET_ID contains a username with a colon, which HTTP Basic cannot send: use one without"),
            (failure.Code, failure.Message));
    }

    [Fact]
    public void A_Basic_password_may_have_a_colon() => Assert.Equal(
        "Basic " + Convert.ToBase64String("u:p:w"u8),
        Credentials.Create(Parse("""{"username":"u","password":"p:w"}"""), new AuthScheme(AuthKind.Basic), "X_SECRET_ID").Value);

    [Fact]
    public void A_user_or_a_client_is_in_an_object()
    {
        Assert.Equal(("u", "p"), (Parse("""{"username":"u","password":"p"}""").Username, Parse("""{"username":"u","password":"p"}""").Password));
        var client = Parse("""{"client_id":"i","client_secret":"s","scope":"a b"}""");
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
    public void A_secret_without_credentials_is_unusable(string? value) => Assert.Throws<FormatException>(() => Parse(value));

    [Fact]
    public void Spaces_around_a_password_belong_to_it()
    {
        var user = Parse("""{"username":" u ","password":" p \n"}""");
        var client = Parse("""{"client_id":" c ","client_secret":" s "}""");

        Assert.Equal(("u", " p ", "c", " s "), (user.Username, user.Password, client.ClientId, client.ClientSecret));
    }

    [Theory]
    [InlineData("bearer", false)]
    [InlineData("header", false)]
    [InlineData("query", true)]
    public void A_token_that_headers_cannot_contain_is_a_ConfigurationError(string kind, bool isTaken)
    {
        var scheme = new AuthScheme(Enum.Parse<AuthKind>(kind, ignoreCase: true), "key");
        var secret = Parse("caf\u00E9");

        if (isTaken)
        {
            Assert.Equal("key=caf%C3%A9", Credentials.Create(secret, scheme, "X_SECRET_ID").Query);
            return;
        }

        var failure = Assert.Throws<LookupException>(() => Credentials.Create(secret, scheme, "X_SECRET_ID")).Failure;
        Assert.Equal(
            (ErrorCode.ConfigurationError, "The secret named by X_SECRET_ID contains a token with a character that HTTP headers cannot contain"),
            (failure.Code, failure.Message));
    }

    [Theory]
    [InlineData("bearer", "Authorization", "Bearer t%&=", "")]
    [InlineData("header", "X-Key", "t%&=", "")]
    [InlineData("query", "", "", "X-Key=t%25%26%3D")]
    [InlineData("basic", "Authorization", "Basic dTpww7Y=", "")]
    public void Sends_credentials_as_the_API_expects_them(string kind, string header, string value, string query)
    {
        var secret = Parse("""{"token":"t%&=","username":"u","password":"pö"}""");
        var shown = Credentials.Create(secret, new AuthScheme(Enum.Parse<AuthKind>(kind, ignoreCase: true), "X-Key"), "X_SECRET_ID");

        Assert.Equal((header, value, query), (shown.Header, shown.Value, shown.Query));
    }

    [Fact]
    public void Nothing_prints_a_secret()
    {
        var secret = Parse("""{"token":"hunter2","username":"hunter2","password":"hunter2","client_id":"hunter2","client_secret":"hunter2"}""");
        var printed = $"{secret}" + string.Concat(new[] { AuthKind.Bearer, AuthKind.Basic, AuthKind.Header, AuthKind.Query }.Select(kind => $"{Credentials.Create(secret, new AuthScheme(kind, "key"), "X")}"));

        Assert.DoesNotContain("hunter2", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("hunter2:hunter2"u8), printed, StringComparison.Ordinal);
    }

    private static Secret Parse(string? value) => Secret.Parse(value, problem => new FormatException(problem));
}
