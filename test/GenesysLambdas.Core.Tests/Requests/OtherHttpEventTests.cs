using System.Text;
using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Core.Tests.Requests;

/// <summary>HTTP events of REST APIs, of payload format 1.0 and of load balancers.</summary>
public sealed class OtherHttpEventTests
{
    private const string Inputs = """{"inputs":{"user_id":"1"}}""";
    private const string Found = """{"name":"N","email":"E","company":{"name":"C"}}""";
    private const string Header = """{"Content-Type":"application/json"}""";
    private const string HeaderLists = """{"Content-Type":["application/json"]}""";

    public static TheoryData<string, string> EveryLookup => LookupUnderTest.NamesAnd(
        _ => [OtherHttpEventExamples.Rest, OtherHttpEventExamples.HttpApi1, OtherHttpEventExamples.LoadBalancer, OtherHttpEventExamples.LoadBalancerWithLists]);

    [Theory]
    [MemberData(nameof(EveryLookup))]
    public async Task Every_lookup_answers_every_HTTP_event(string lookup, string example)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer);
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

        var answer = await function.SendAsync(With(example, JsonSerializer.Serialize(new { inputs = ExampleInputs.Of(lookup) })));

        var body = JsonDocument.Parse(answer.Text("body")!).RootElement;
        AnswerContract.AssertContract(lookup, body.GetProperty("result"));
        body.GetProperty("result").AssertSuccess();
    }

    [Theory]
    [InlineData(OtherHttpEventExamples.Rest, "statusCode,headers,body,isBase64Encoded", Header)]
    [InlineData(OtherHttpEventExamples.HttpApi1, "statusCode,headers,body,isBase64Encoded", Header)]
    [InlineData(OtherHttpEventExamples.LoadBalancer, "statusCode,statusDescription,headers,body,isBase64Encoded", Header)]
    [InlineData(OtherHttpEventExamples.LoadBalancerWithLists, "statusCode,statusDescription,multiValueHeaders,body,isBase64Encoded", HeaderLists)]
    public async Task Each_event_is_answered_in_its_own_form(string example, string members, string headers)
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var answer = await function.SendAsync(With(example, Inputs));

        Assert.Equal(members.Split(','), answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(headers, answer.GetProperty(members.Contains("multi", StringComparison.Ordinal) ? "multiValueHeaders" : "headers").GetRawText());
        Assert.Equal((await function.SendAsync(Inputs)).GetRawText(), answer.Text("body"));
        Assert.Equal((200, false), (answer.GetProperty("statusCode").GetInt32(), answer.Flag("isBase64Encoded")));
    }

    [Theory]
    [InlineData("200", Inputs, 404, 200, "200 OK")]
    [InlineData("answer", Inputs, 200, 200, "200 OK")]
    [InlineData("answer", "{}", 200, 400, "400 Bad Request")]
    [InlineData("answer", Inputs, 400, 502, "502 Bad Gateway")]
    [InlineData("answer", Inputs, 429, 503, "503 Service Unavailable")]
    public async Task A_load_balancer_gets_the_status_with_its_phrase(string setting, string body, int apiStatus, int status, string description)
    {
        await using var api = new ScriptedApi(apiStatus == 200 ? Reply.Ok(Found) : Reply.Status(apiStatus));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("HTTP_STATUS", setting).With("USER_API_MAX_ATTEMPTS", "1");

        var answer = await function.SendAsync(With(OtherHttpEventExamples.LoadBalancer, body));

        Assert.Equal((status, description), (answer.GetProperty("statusCode").GetInt32(), answer.Text("statusDescription")));
    }

    [Theory]
    [InlineData(404, "404 Not Found")]
    [InlineData(500, "500 Internal Server Error")]
    [InlineData(504, "504 Gateway Timeout")]
    public void Every_status_has_its_phrase(int status, string description)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            new GenesysLambdas.HttpHead(status, HasDescription: true, HasHeaderLists: false).Write(writer);
            writer.WriteEndObject();
        }

        Assert.Equal(description, JsonDocument.Parse(json.ToArray()).RootElement.Text("statusDescription"));
    }

    [Theory]
    [InlineData(OtherHttpEventExamples.Rest, OtherHttpEventExamples.RestRequestId)]
    [InlineData(OtherHttpEventExamples.HttpApi1, OtherHttpEventExamples.HttpApi1RequestId)]
    [InlineData(OtherHttpEventExamples.LoadBalancer, OtherHttpEventExamples.TraceRoot)]
    [InlineData(OtherHttpEventExamples.LoadBalancerWithLists, OtherHttpEventExamples.TraceRoot)]
    public async Task The_ids_are_logged_and_nothing_private(string example, string requestId)
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        await function.SendAsync(With(example, Inputs));

        var line = Assert.Single(function.LogLines);
        Assert.Equal((requestId, OtherHttpEventExamples.CorrelationId), (line.Text("callerRequestId"), line.Text("correlationId")));
        Assert.All(OtherHttpEventExamples.Private, text => Assert.DoesNotContain(text, function.Log, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Root=1-67e5a3c1-Jane-Doe-of-Example-Street-1")]
    [InlineData("Root=1-67e5a3c1-2f9b7d4e6a8c0b1d3f5e7a9")]
    [InlineData("1-67e5a3c1-2f9b7d4e6a8c0b1d3f5e7a92")]
    [InlineData("")]
    public async Task A_trace_id_in_another_format_is_not_logged(string trace)
    {
        using var function = new TestFunction("user-lookup");

        await function.SendAsync(With(OtherHttpEventExamples.LoadBalancer.Replace($"Root={OtherHttpEventExamples.TraceRoot}", trace, StringComparison.Ordinal), "{}"));

        Assert.False(Assert.Single(function.LogLines).TryGetProperty("callerRequestId", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_request_without_a_body_is_a_ValidationError(string? body)
    {
        foreach (var example in new[] { OtherHttpEventExamples.Rest, OtherHttpEventExamples.HttpApi1, OtherHttpEventExamples.LoadBalancer })
        {
            using var function = new TestFunction("user-lookup");

            var answer = await function.SendAsync(With(example.Replace("POST", "GET", StringComparison.Ordinal), body));

            JsonDocument.Parse(answer.Text("body")!).RootElement.AssertFailure(400, "ValidationError", "The request has no body");
        }
    }

    [Fact]
    public async Task A_body_may_be_base64()
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);
        var encoded = With(OtherHttpEventExamples.LoadBalancer, Convert.ToBase64String(Encoding.UTF8.GetBytes(Inputs)))
            .Replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true", StringComparison.Ordinal);

        var answer = await function.SendAsync(encoded);

        JsonDocument.Parse(answer.Text("body")!).RootElement.GetProperty("result").AssertSuccess();
        Assert.False(answer.Flag("isBase64Encoded"));
    }

    [Theory]
    [InlineData("\"headers\":{\"user-agent\":\"ELB-HealthChecker/2.0\"}", "headers")]
    [InlineData("\"multiValueHeaders\":{\"user-agent\":[\"ELB-HealthChecker/2.0\"]}", "multiValueHeaders")]
    public async Task A_health_check_is_answered_with_200_and_is_not_logged(string headers, string answered)
    {
        using var function = new TestFunction("user-lookup").With("HTTP_STATUS", "answer");

        var answer = await function.SendAsync(OtherHttpEventExamples.HealthCheck.Replace("\"headers\":{\"user-agent\":\"ELB-HealthChecker/2.0\"}", headers, StringComparison.Ordinal));

        Assert.Equal((200, "200 OK"), (answer.GetProperty("statusCode").GetInt32(), answer.Text("statusDescription")));
        Assert.True(answer.TryGetProperty(answered, out _));
        AnswerContract.AssertContract("user-lookup", JsonDocument.Parse(answer.Text("body")!).RootElement);
        Assert.Equal("", function.Log);
    }

    [Fact]
    public async Task A_request_that_only_says_it_is_a_health_check_is_logged()
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        await function.SendAsync(OtherHttpEventExamples.HealthCheck.Replace("\"body\":\"\"", "\"body\":\"{\\\"user_id\\\":\\\"1\\\"}\"", StringComparison.Ordinal));

        Assert.Single(api.Requests);
        Assert.Single(function.LogLines);
    }

    [Theory]
    [InlineData("""{"user_id":"1","httpMethod":"POST","path":"/","body":"{}"}""")]
    [InlineData("""{"user_id":"1","httpMethod":"POST","path":"/","body":"{}","isBase64Encoded":false,"headers":{},"resource":"/"}""")]
    [InlineData("""{"user_id":"1","httpMethod":"POST","path":"/","body":"{}","requestContext":"text"}""")]
    [InlineData("""{"user_id":"1","httpMethod":"POST","path":"/","body":"{}","requestContext":{}}""")]
    [InlineData("""{"user_id":"1","httpMethod":"POST","body":"{}","requestContext":{"requestId":"r"}}""")]
    [InlineData("""{"user_id":"1","path":"/","body":"{}","requestContext":{"elb":{}}}""")]
    [InlineData("""{"user_id":"1","httpMethod":1,"path":"/","body":"{}","requestContext":{"elb":{}}}""")]
    [InlineData("""{"user_id":"1","httpMethod":"POST","path":"/","requestContext":{"elb":"text"}}""")]
    [InlineData("""{"user_id":"1","version":"1.0","body":"{}"}""")]
    [InlineData("""{"user_id":"1","requestContext":{"connectionId":"c","routeKey":"$default","requestId":"r"},"body":"{}"}""")]
    public async Task What_only_looks_like_an_HTTP_event_is_a_flat_request(string request)
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        (await function.SendAsync(request)).AssertSuccess();
    }

    private static string With(string example, string? body) => example.Replace("BODY", JsonSerializer.Serialize(body), StringComparison.Ordinal);
}
