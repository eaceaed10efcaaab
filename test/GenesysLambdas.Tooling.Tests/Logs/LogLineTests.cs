using GenesysLambdas.Tooling.Logs;

namespace GenesysLambdas.Tooling.Tests.Logs;

public class LogLineTests
{
    [Theory]
    [InlineData("""{"outcome":"success","statusCode":200,"message":"Request allowed","Lookup":"http-authorizer","Duration":12.4}""", "success 200, 12 ms")]
    [InlineData("""{"outcome":"rejected","statusCode":403,"message":"Request refused: the token is invalid","Lookup":"http-authorizer","ErrorCode":"Forbidden","Duration":12.4}""", "Forbidden 403: Request refused: the token is invalid, 12 ms")]
    public void The_authorizers_line_contains_the_reason(string line, string expected) => Assert.Equal(expected, LogLine.Readable(TestContracts.All, line));

    [Theory]
    [InlineData("success 200, 1 attempt, 12 ms", """ "outcome":"success","statusCode":200,"attempts":1 """)]
    [InlineData("ExternalApiError 502: HTTP 500 from WEATHER_API, 3 attempts, 12 ms", """ "outcome":"failure","ErrorCode":"ExternalApiError","statusCode":502,"attempts":3,"reason":"error-status","externalStatus":500 """)]
    [InlineData("ExternalApiUnauthorized 502: HTTP 401 from GENESYS_TOKEN_URL, 12 ms", """ "outcome":"failure","ErrorCode":"ExternalApiUnauthorized","statusCode":502,"attempts":0,"reason":"error-status","subject":"GENESYS_TOKEN_URL","externalStatus":401 """)]
    [InlineData("ExternalApiError 502: connection refused (WEATHER_API), 3 attempts, 12 ms", """ "outcome":"failure","ErrorCode":"ExternalApiError","statusCode":502,"attempts":3,"reason":"connection-refused" """)]
    [InlineData("ConfigurationError 500: setting missing (WEATHER_API_BASE_URL), 12 ms", """ "outcome":"failure","ErrorCode":"ConfigurationError","statusCode":500,"attempts":0,"reason":"setting-missing","subject":"WEATHER_API_BASE_URL" """)]
    [InlineData("ExternalApiError 502: unusable reply at $.main.temp (WEATHER_API), 1 attempt, 12 ms", """ "outcome":"failure","ErrorCode":"ExternalApiError","statusCode":502,"attempts":1,"reason":"unusable-reply","replyPath":"$.main.temp" """)]
    [InlineData("success 200, 1 attempt, 12 ms, cut: condition, error_message", """ "outcome":"success","statusCode":200,"attempts":1,"cutOutputs":["condition","error_message"] """)]
    [InlineData("CircuitOpen 503, 12 ms", """ "outcome":"failure","ErrorCode":"CircuitOpen","statusCode":503,"attempts":0 """)]
    [InlineData("InternalServerError 500: System.InvalidOperationException, 1 attempt, 12 ms\n   at There", """ "outcome":"failure","ErrorCode":"InternalServerError","statusCode":500,"attempts":1,"causes":["System.InvalidOperationException"],"stackTrace":"   at There" """)]
    public void An_invocation_is_one_line_with_the_cause(string expected, string fields) =>
        Assert.Equal(expected, LogLine.Readable(TestContracts.All, $$"""{{{fields}},"Lookup":"current-weather","Duration":12.4}"""));

    [Theory]
    [InlineData("Unhandled exception. System.Exception: x")]
    [InlineData("")]
    [InlineData("{ not JSON")]
    [InlineData("{}")]
    [InlineData("""{"Lookup":"other","outcome":"success","statusCode":200}""")]
    [InlineData("""{"Lookup":"current-weather","level":"INFO"}""")]
    public void Other_lines_are_unchanged(string line) => Assert.Equal(line, LogLine.Readable(TestContracts.All, line));
}
