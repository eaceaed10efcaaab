using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Core.Tests.Requests;

public sealed class HttpEventTests
{
    private const string Inputs = """{"inputs":{"user_id":"1"}}""";
    private const string Json = """{"name":"N","email":"E","company":{"name":"C"}}""";

    private static readonly byte[] InputBytes = Encoding.UTF8.GetBytes(Inputs);

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [InlineData(HttpEventExamples.HttpApi, HttpEventExamples.RequestId)]
    [InlineData(HttpEventExamples.FunctionUrl, "e1506fd5-9e7b-434f-bd42-4f8fa224b599")]
    public async Task Answers_AWSs_examples_and_logs_their_ids_but_nothing_private(string example, string requestId)
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        HttpEventExamples.Body(await function.SendAsync(HttpEventExamples.With(example, Inputs))).GetProperty("result").AssertSuccess();

        var line = Assert.Single(function.LogLines);
        Assert.Equal((requestId, HttpEventExamples.CorrelationId), (line.Text("callerRequestId"), line.Text("correlationId")));
        Assert.All(HttpEventExamples.Private, text => Assert.DoesNotContain(text, function.Log, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(HttpEventExamples.HttpApi, "The request is not JSON")]
    [InlineData(HttpEventExamples.FunctionUrl, "The request is not JSON")]
    [InlineData(HttpEventExamples.Recorded, "The request has no body")]
    public async Task AWSs_unchanged_examples_contain_no_request(string example, string message) => await AssertRefusedAsync(example, message);

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Every_lookup_answers_HTTP(string lookup)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer);
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        var inputs = JsonSerializer.Serialize(new { inputs = ExampleInputs.Of(lookup) });

        var direct = await function.SendAsync(inputs);
        var body = HttpEventExamples.Body(await function.SendAsync(HttpEventExamples.With(HttpEventExamples.HttpApi, inputs)));

        AnswerContract.AssertContract(lookup, body.GetProperty("result"));
        body.GetProperty("result").AssertSuccess();
        Assert.Equal(direct.EnumerateObject().Select(member => member.Name), body.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("200", Inputs, 200)]
    [InlineData("200", """{"inputs":{}}""", 200)]
    [InlineData("200", """{"data":{"user_id":"1"}}""", 200)]
    [InlineData("200", """{"data":{}}""", 200)]
    [InlineData("200", """{"user_id":"1"}""", 200)]
    [InlineData("200", "{}", 200)]
    [InlineData("answer", Inputs, 200)]
    [InlineData("answer", """{"inputs":{}}""", 400)]
    [InlineData("answer", """{"data":{"user_id":"1"}}""", 200)]
    [InlineData("answer", """{"data":{}}""", 400)]
    [InlineData("answer", """{"user_id":"1"}""", 200)]
    [InlineData("answer", "{}", 400)]
    [InlineData(null, "{}", 200)]
    public async Task The_body_is_the_answer_to_the_request_and_the_status_is_configurable(string? setting, string request, int status)
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("HTTP_STATUS", setting);

        var direct = await function.SendAsync(request);
        var answer = await function.SendAsync(HttpEventExamples.WithBody(request));

        Assert.Equal(direct.GetRawText(), HttpEventExamples.Body(answer, status).GetRawText());
    }

    [Fact]
    public async Task A_failure_has_its_status_code_as_HTTP_status_if_that_is_set()
    {
        await using var api = new ScriptedApi(Reply.Status(404));
        using var function = new TestFunction("customer-profile", api.BaseUrl).With("HTTP_STATUS", "answer");

        var answer = await function.SendAsync(HttpEventExamples.WithBody("""{"inputs":{"customer_id":"1"}}"""));

        Assert.Equal("NotFound", HttpEventExamples.Body(answer, status: 404).Text("error"));
    }

    [Fact]
    public async Task A_malformed_setting_is_a_ConfigurationError_for_HTTP_only()
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("HTTP_STATUS", "404");

        HttpEventExamples.Body(await function.SendAsync(HttpEventExamples.WithBody(Inputs))).GetProperty("result")
            .AssertFailure(500, "ConfigurationError", "The setting HTTP_STATUS must be 200 or answer");
        (await function.SendAsync(Inputs)).GetProperty("result").AssertSuccess();
    }

    /// <remarks>
    /// API Gateway encodes a body as base64 also if there is no content type. Nothing says whether it decompresses a body, so both are taken.
    /// </remarks>
    [Fact]
    public async Task A_body_may_be_base64_and_gzip_whatever_the_headers_say()
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        using var function = new TestFunction("user-lookup", api.BaseUrl);
        var gzipHeader = HttpEventExamples.HttpApi.Replace("\"header2\"", "\"content-encoding\":\"gzip\",\"content-type\":\"image/png\",\"header2\"", StringComparison.Ordinal);

        foreach (var request in new[]
        {
            HttpEventExamples.WithBody(InputBytes),
            HttpEventExamples.WithBody(Gzip(InputBytes)),
            HttpEventExamples.With(gzipHeader, Inputs),
            HttpEventExamples.With(gzipHeader, Convert.ToBase64String(InputBytes), isBase64: true),
            HttpEventExamples.With(gzipHeader, Convert.ToBase64String(Gzip(InputBytes)), isBase64: true),
        })
        {
            HttpEventExamples.Body(await function.SendAsync(request)).GetProperty("result").AssertSuccess();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task No_body_is_a_ValidationError(string? body) => await AssertRefusedAsync(HttpEventExamples.WithBody(body), "The request has no body");

    [Theory]
    [InlineData("user_id=1", "The request is not JSON")]
    [InlineData("{\"inputs\":", "The request is not JSON")]
    [InlineData("[1]", "The request must be a JSON object with the inputs")]
    [InlineData("\"text\"", "The request must be a JSON object with the inputs")]
    [InlineData("""{"user_id":"1","user_id":"2"}""", "user_id is given more than once")]
    public async Task A_body_that_is_not_a_request_is_a_ValidationError(string body, string message) =>
        await AssertRefusedAsync(HttpEventExamples.WithBody(body), message);

    [Theory]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"body":{"inputs":{}}}""", "The request's body is not a string")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"body":7}""", "The request's body is not a string")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"body":"\ud800"}""", "The request's body is not valid Unicode")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"isBase64Encoded":true,"body":"\ud800"}""", "The request's body is not valid Unicode")]
    // As in aws/aws-lambda-dotnet, Libraries/test/EventsTests.Shared/http-api-v2-request.json.
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"isBase64Encoded":true,"body":"Hello from Lambda"}""", "The request's body is not valid base64")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"isBase64Encoded":true,"body":"/////w=="}""", "The request is not JSON")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"isBase64Encoded":true,"body":"H4v/////////////////"}""", "The request's body is not valid gzip")]
    public async Task A_body_that_cannot_be_read_is_a_ValidationError(string request, string message) => await AssertRefusedAsync(request, message);

    [Fact]
    public async Task Decompresses_gzip_up_to_Lambdas_limit()
    {
        const int limit = 6 * 1024 * 1024;
        var bomb = HttpEventExamples.WithBody(Gzip(new byte[200 * 1024 * 1024]));
        var bytes = Encoding.UTF8.GetBytes(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = LookupRequest.Parse(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40 * 1024 * 1024);
        await AssertRefusedAsync(bomb, "The request's body is larger than 6 MB when decompressed");
        await AssertRefusedAsync(HttpEventExamples.WithBody(Gzip(Spaces(limit + 1))), "The request's body is larger than 6 MB when decompressed");
        await AssertRefusedAsync(HttpEventExamples.WithBody(Gzip(Spaces(limit))), "The request is not JSON");
    }

    [Fact]
    public async Task An_HTTP_event_in_an_HTTP_event_is_not_unwrapped_again() =>
        await AssertRefusedAsync(HttpEventExamples.WithBody(HttpEventExamples.WithBody(Inputs)), "The user_id parameter is required.");

    [Theory]
    [InlineData("""{"version":"1.0","requestContext":{"http":{}},"body":"{}","user_id":"1"}""")]
    [InlineData("""{"version":2.0,"requestContext":{"http":{}},"body":"{}","user_id":"1"}""")]
    [InlineData("""{"version":"2.0","requestContext":{},"body":"{}","user_id":"1"}""")]
    [InlineData("""{"version":"2.0","requestContext":{"http":null},"body":"{}","user_id":"1"}""")]
    [InlineData("""{"version":"2.0","body":"{}","user_id":"1"}""")]
    public async Task What_only_looks_like_an_HTTP_event_is_answered_as_before(string request)
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        (await function.SendAsync(request)).AssertSuccess();
    }

    [Theory]
    [InlineData("""{"version":"2.0","headers":null,"requestContext":{"http":{}},"body":"{}"}""")]
    [InlineData("""{"version":"2.0","headers":[],"requestContext":{"http":{},"requestId":null},"body":"{}"}""")]
    [InlineData("""{"version":"2.0","headers":{"x-correlation-id":null},"requestContext":{"http":{},"requestId":7},"body":"{}"}""")]
    [InlineData("""{"version":"2.0","headers":{"x-correlation-id":"Jane Doe"},"requestContext":{"http":{},"requestId":"+1 555 1234567"},"body":"{}"}""")]
    [InlineData("""{"version":"2.0","headers":{"\ud800":"a","x-correlation-id":"\ud800"},"requestContext":{"http":{},"requestId":"\ud800"},"body":"{}"}""")]
    [InlineData("""{"version":"2.0","requestContext":{"\ud800":1,"http":{}},"body":"{}"}""")]
    [InlineData("""{"\ud800":1,"version":"2.0","requestContext":{"http":{}},"body":"{}"}""")]
    public async Task Ids_that_are_missing_or_look_like_none_are_not_logged(string request)
    {
        using var function = new TestFunction("user-lookup");

        HttpEventExamples.Body(await function.SendAsync(request)).AssertFailure(400, "ValidationError", "The user_id parameter is required.");

        var line = Assert.Single(function.LogLines);
        Assert.False(line.TryGetProperty("callerRequestId", out _) || line.TryGetProperty("correlationId", out _));
    }

    private static async Task AssertRefusedAsync(string request, string message)
    {
        using var function = new TestFunction("user-lookup");

        HttpEventExamples.Body(await function.SendAsync(request)).AssertFailure(400, "ValidationError", message);

        Assert.Equal("rejected", Assert.Single(function.LogLines).Text("outcome"));
    }

    private static byte[] Spaces(int count) => Encoding.ASCII.GetBytes(new string(' ', count));

    private static byte[] Gzip(byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
