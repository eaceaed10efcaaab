using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GenesysLambdas.Local.Tests.Emulator;

/// <summary>Error shapes are those of botocore 1.43.11's parsers (<c>botocore/parsers.py</c>): rest-json, query, ec2 and rest-xml.</summary>
public class AwsAnswerTests
{
    [Theory]
    [InlineData("GET", "/", 405)]
    [InlineData("GET", "/2018-10-31/layers", 404)]
    [InlineData("PUT", "/2015-03-31/functions/CurrentWeatherFunction/code", 404)]
    [InlineData("DELETE", "/2015-03-31/functions/CurrentWeatherFunction", 405)]
    [InlineData("GET", "/favicon.ico", 404)]
    public async Task What_the_emulator_does_not_have_is_answered_with_an_error_like_Lambdas(string method, string path, int status)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("UnknownOperationException", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal($"The emulator does not have the operation {method} {path}.", (string?)error["Message"]);
    }

    [Fact]
    public async Task A_stand_in_is_not_AWS()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await emulator.Client.GetAsync("/stand-ins/weather-api/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("x-amzn-RequestId"));
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("sts", "/ErrorResponse/Error", "/ErrorResponse/RequestId")]
    [InlineData("iam", "/ErrorResponse/Error", "/ErrorResponse/RequestId")]
    [InlineData("ec2", "/Response/Errors/Error", "/Response/RequestID")]
    public async Task A_service_that_takes_forms_is_refused_in_XML(string service, string error, string requestId)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("Action", "GetCallerIdentity")]) };

        await AssertRefusedAsync(emulator, request, service, error, requestId);
    }

    [Theory]
    [InlineData("s3", "/mine/key", "/Error", "/Error/RequestId")]
    [InlineData("route53", "/2013-04-01/hostedzone", "/ErrorResponse/Error", "/ErrorResponse/RequestId")]
    public async Task A_service_that_takes_paths_and_answers_in_XML_is_refused_in_XML(string service, string path, string error, string requestId)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        await AssertRefusedAsync(emulator, request, service, error, requestId);
    }

    private static async Task AssertRefusedAsync(TestEmulator emulator, HttpRequestMessage request, string service, string errorPath, string requestIdPath)
    {
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('a', 64)}");

        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        var error = Assert.Single(document.Descendants("Error"));
        Assert.Equal(errorPath, PathOf(error));
        Assert.Equal("InvalidAction", error.Element("Code")?.Value);
        Assert.Equal($"This endpoint does not have the service {service}: it has lambda and secretsmanager.", error.Element("Message")?.Value);
        var id = document.Descendants().Single(element => element.Name.LocalName.Equals("RequestId", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(requestIdPath, PathOf(id));
        Assert.Equal(response.Headers.GetValues("x-amzn-RequestId").Single(), id.Value);
    }

    private static string PathOf(XElement element) => string.Concat(element.AncestorsAndSelf().Reverse().Select(part => "/" + part.Name));
}
