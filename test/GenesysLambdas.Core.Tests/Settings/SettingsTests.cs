using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("https://api.example", "https://api.example")]
    [InlineData(" https://api.example/v2/ ", "https://api.example/v2")]
    [InlineData("http://127.0.0.1:5050/stand-ins/x", "http://127.0.0.1:5050/stand-ins/x")]
    [InlineData("http://localhost:1", "http://localhost:1")]
    [InlineData("http://[::1]:1", "http://[::1]:1")]
    public void An_address_is_https_or_of_this_machine(string setting, string baseUrl) => Assert.Equal(baseUrl, Read(("X_BASE_URL", setting)).BaseUrl);

    [Theory]
    [InlineData("http://api.example")]
    [InlineData("ftp://api.example")]
    [InlineData("api.example")]
    [InlineData("/path")]
    [InlineData("https://api.example?key=hunter2")]
    [InlineData("https://api.example/?")]
    [InlineData("https://api.example#x")]
    [InlineData("https://user:hunter2@api.example")]
    [InlineData("https://")]
    public void Another_address_is_a_ConfigurationError_that_does_not_quote_it(string setting) =>
        AssertConfigurationError("The setting X_BASE_URL must be an https URL without a query, or an http URL of this machine", ("X_BASE_URL", setting));

    // RFC 3986, section 2: nothing else may stand in an address, and it is sent as it stands.
    [Theory]
    [InlineData("https://api.example/caf\u00E9")]
    [InlineData("https://api.example/a b")]
    [InlineData("https://api.example/{tenant}")]
    [InlineData("https://b\u00FCcher.example")]
    [InlineData("https://api.example/a\\b")]
    public void An_address_with_unescaped_characters_is_a_ConfigurationError(string setting) =>
        AssertConfigurationError("The setting X_BASE_URL must be a URL with special characters escaped, such as %20 for a space", ("X_BASE_URL", setting));

    [Fact]
    public void A_missing_address_is_a_ConfigurationError() => AssertConfigurationError("The setting X_BASE_URL is missing");

    [Fact]
    public void A_default_address_may_be_made_of_another_setting()
    {
        var api = new ApiContract("X", "https://api.{REGION}", "bearer", RequiresSecret: false);

        Assert.Equal("https://api.mypurecloud.ie", ApiSettings.Read(Reader(("REGION", "mypurecloud.ie")), api).BaseUrl);
        Assert.Equal("https://else.example", ApiSettings.Read(Reader(("X_BASE_URL", "https://else.example")), api).BaseUrl);
        Assert.Equal("The setting REGION is missing", Assert.Throws<LookupException>(() => ApiSettings.Read(Reader(), api)).Message);
    }

    [Fact]
    public void Settings_have_defaults()
    {
        var settings = Read(("X_BASE_URL", "https://api.example"), ("X_SECRET_ID", " "), ("X_TIMEOUT_MS", ""));

        Assert.Equal(
            new ApiSettings("https://api.example", "X_SECRET_ID", "", new AuthScheme(AuthKind.Bearer), TimeSpan.FromSeconds(3), MaxAttempts: 3, KeepFound: TimeSpan.Zero),
            settings);
    }

    [Theory]
    [InlineData("bearer", AuthKind.Bearer, "")]
    [InlineData(" Basic ", AuthKind.Basic, "")]
    [InlineData("header:X-Api-Key", AuthKind.Header, "X-Api-Key")]
    [InlineData("query: appid", AuthKind.Query, "appid")]
    public void Reads_each_kind_of_authentication(string setting, object kind, string name) =>
        Assert.Equal(new AuthScheme((AuthKind)kind, name), Read(("X_BASE_URL", "https://api.example"), ("X_AUTH", setting)).Auth);

    [Theory]
    [InlineData("none")]
    [InlineData("header")]
    [InlineData("header:")]
    [InlineData("header:A B")]
    [InlineData("header:A\r\nB")]
    [InlineData("query:a&b")]
    [InlineData("bearer:x")]
    public void An_unknown_kind_of_authentication_is_a_ConfigurationError(string setting) =>
        AssertConfigurationError(
            "The setting X_AUTH must be bearer, header:<name>, query:<name>, basic or oauth2", ("X_BASE_URL", "https://api.example"), ("X_AUTH", setting));

    [Theory]
    [InlineData("header:Host")]
    [InlineData("HEADER: content-length")]
    [InlineData("header:Content-Anything")]
    [InlineData("header:proxy-authorization")]
    [InlineData("header:X-Amzn-Trace-Id")]
    public void A_header_that_carries_something_else_is_a_ConfigurationError(string setting) =>
        AssertConfigurationError(
            "The setting X_AUTH must be a header other than those that HTTP or this suite uses, such as Host, Content-Type and User-Agent",
            ("X_BASE_URL", "https://api.example"),
            ("X_AUTH", setting));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3s")]
    [InlineData("60001")]
    [InlineData("1e3")]
    public void A_number_out_of_range_is_a_ConfigurationError_with_the_range(string setting) =>
        AssertConfigurationError(
            "The setting X_TIMEOUT_MS must be a whole number from 1 to 60000", ("X_BASE_URL", "https://api.example"), ("X_TIMEOUT_MS", setting));

    private static ApiSettings Read(params (string Name, string Value)[] settings) =>
        ApiSettings.Read(Reader(settings), new ApiContract("X", "", "bearer", RequiresSecret: false));

    private static void AssertConfigurationError(string message, params (string Name, string Value)[] settings)
    {
        var failure = Assert.Throws<LookupException>(() => Read(settings)).Failure;
        Assert.Equal((ErrorCode.ConfigurationError, message), (failure.Code, failure.Message));
    }

    private static SettingsReader Reader(params (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal).GetValueOrDefault);
}
