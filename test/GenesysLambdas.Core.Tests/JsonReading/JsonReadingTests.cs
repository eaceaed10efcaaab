using System.Text;
using System.Text.Json;
using GenesysLambdas.Core.JsonReading;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Core.Tests.JsonReading;

/// <summary>JSON from outside is read up to 64 levels, wherever it comes from. A level is an object or an array.</summary>
public sealed class JsonReadingTests
{
    private const string TooDeep = "The request is nested more than 64 levels deep";

    [Theory]
    [InlineData("[", "", "]")]
    [InlineData("{\"a\":", "1", "}")]
    [InlineData("{\"a\":", "{}", "}", 63)]
    [InlineData(" [ ", "[],[]", "]", 63)]
    [InlineData("[{\"a\":", "1", "}]", 32)]
    public void Sixty_four_levels_are_read_and_one_more_is_not(string start, string within, string end, int times = 64)
    {
        var most = Nested(start, within, end, times);

        Assert.Equal(JsonProblem.None, JsonNesting.Check(Utf8(most)));
        Assert.Equal(JsonProblem.TooDeep, JsonNesting.Check(Utf8($"[{most}]")));
        Assert.Equal(JsonProblem.TooDeep, JsonNesting.Check(Utf8($"{{\"a\":1,\"b\":{most}}}")));
        Assert.False(JsonMembers.Read(Utf8(most)).IsTooDeep);
        Assert.True(JsonMembers.Read(Utf8($"[{most}]")).IsTooDeep);
        Assert.True(JsonMembers.Read(Utf8($"{{\"a\":1,\"b\":{most}}}")).IsTooDeep);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{\"a\"}")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("// no comment\n{}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void Incomplete_JSON_is_not_JSON_rather_than_too_deep(string json)
    {
        Assert.Equal(JsonProblem.NotJson, JsonNesting.Check(Utf8(json), out var error));
        Assert.NotNull(error);
        Assert.ThrowsAny<JsonException>(() => JsonMembers.Read(Utf8(json)));
    }

    [Fact]
    public void Finds_members_as_they_were_written()
    {
        var members = JsonMembers.Read(Utf8("""{ "a" : -1.50e2 , "\u0062":"x\"y", "c":{"d":[ 1 ]} ,"e":null,"f":[true , "g"]}"""));

        Assert.Equal(["a", "b", "c", "e", "f"], members.All.Select(member => member.Name));
        Assert.Equal(["-1.50e2", "\"x\\\"y\"", "{\"d\":[ 1 ]}", "null", "[true , \"g\"]"], members.All.Select(member => Encoding.UTF8.GetString(member.Value.Utf8.Span)));
        Assert.Equal("x\"y", members["b"].Text());
        Assert.Equal("[ 1 ]", members["c"].AsObject()["d"].Parse().GetRawText());
        Assert.Equal(JsonValueKind.Undefined, members["z"].Kind);
        Assert.Equal((null, false), (members.Repeated, members.HasUnreadableName));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""", "a", false)]
    [InlineData("""{"a":1,"A":2}""", null, false)]
    [InlineData("""{"":1,"":2}""", "", false)]
    [InlineData("""{"\ud800":1,"a":2,"\udc00":3}""", null, true)]
    [InlineData("""{"\ud800":1,"a":2,"a":3}""", "a", true)]
    public void Detects_repeated_and_unreadable_names(string json, string? repeated, bool unreadable)
    {
        var members = JsonMembers.Read(Utf8(json));

        Assert.Equal((repeated, unreadable), (members.Repeated, members.HasUnreadableName));
    }

    [Theory]
    [InlineData("""["a"]""", "\"a\"")]
    [InlineData("""[ {"a":[1,2]} ]""", """{"a":[1,2]}""")]
    [InlineData("""["a","b"]""", "")]
    [InlineData("[]", "")]
    [InlineData("\"a\"", "")]
    public void The_only_element_of_an_array_is_found(string json, string only) =>
        Assert.Equal(only, Encoding.UTF8.GetString(new JsonPart(Utf8(json)).Only().Utf8.Span));

    [Theory]
    [InlineData("{\"inputs\":{\"user_id\":\"1\"},\"more\":", 63, "}")]
    [InlineData("{\"inputs\":{\"user_id\":\"1\",\"more\":", 62, "}}")]
    [InlineData("{\"data\":{\"user_id\":\"1\",\"more\":", 62, "}}")]
    [InlineData("{\"user_id\":\"1\",\"more\":", 63, "}")]
    public async Task An_event_may_have_64_levels(string start, int levels, string end)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":1}"""));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        AnswerContract.OutputsOf(await function.SendAsync(start + Arrays(levels) + end)).AssertSuccess();
        AnswerContract.OutputsOf(await function.SendAsync(start + Arrays(levels + 1) + end)).AssertFailure(400, "ValidationError", TooDeep);
        Assert.Equal("request-unreadable", function.LogLines[1].Text("reason"));
    }

    [Theory]
    [InlineData("{\"inputs\":{\"more\":", "}}", "error,result")]
    [InlineData("{\"data\":{\"more\":", "}}", "result,status")]
    [InlineData("{\"data\":{},\"metadata\":", "}", "result,status")]
    public async Task A_request_that_is_too_deep_is_answered_in_its_dialect(string start, string end, string members)
    {
        using var function = new TestFunction("user-lookup");

        var answer = await function.SendAsync(start + Arrays(3000) + end);

        Assert.Equal(members, string.Join(',', answer.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
        answer.GetProperty("result").AssertFailure(400, "ValidationError", TooDeep);
        var overHttp = HttpEventExamples.Body(await function.SendAsync(HttpEventExamples.WithBody(start + Arrays(3000) + end)));
        Assert.Equal(answer.GetRawText(), overHttp.GetRawText());
    }

    [Fact]
    public async Task An_HTTP_event_that_is_too_deep_is_answered_as_one()
    {
        using var function = new TestFunction("user-lookup");

        var answer = await function.SendAsync($$$"""{"version":"2.0","requestContext":{"http":{},"more":{{{Arrays(3000)}}}},"body":"{}"}""");

        HttpEventExamples.Body(answer).AssertFailure(400, "ValidationError", TooDeep);
    }

    [Fact]
    public async Task An_HTTP_event_and_its_body_may_have_64_levels_each()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":1}"""));
        using var function = new TestFunction("user-lookup", api.BaseUrl);
        var body = $$"""{"user_id":"1","more":{{Arrays(63)}}}""";
        var most = HttpEventExamples.With($$"""{"version":"2.0","requestContext":{"http":{} },"more":{{Arrays(63)}}}""", body);

        HttpEventExamples.Body(await function.SendAsync(most)).AssertSuccess();
        HttpEventExamples.Body(await function.SendAsync(HttpEventExamples.WithBody($"{{\"a\":{Arrays(64)}}}"))).AssertFailure(400, "ValidationError", TooDeep);
    }

    [Fact]
    public async Task Unused_parts_of_a_request_do_not_matter()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":1}"""));
        using var function = new TestFunction("user-lookup", api.BaseUrl);
        var much = string.Concat(Enumerable.Repeat("{},", 1_000_000));

        AnswerContract.OutputsOf(await function.SendAsync($$"""{"inputs":{"user_id":"1","more":[{{much}}0]},"more":[{{much}}0]}""")).AssertSuccess();
    }

    [Fact]
    public async Task A_payload_in_a_string_may_have_64_levels()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        var read = await function.InvokeAsync(new { data_action_id = "a", payload = Arrays(64) });
        var refused = await function.InvokeAsync(new { data_action_id = "a", payload = Arrays(65) });

        Assert.Contains("Must be an object", read.Text("errorMessage"), StringComparison.Ordinal);
        refused.AssertFailure(400, "ValidationError", "payload must not be nested more than 64 levels deep");
        Assert.Equal("VALIDATION_FAILED", refused.Text("code"));
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData("\"payload\":\"", "\"")]
    [InlineData("\"payload\":", "")]
    public async Task A_payload_that_is_too_long_is_refused_before_it_is_parsed(string start, string end)
    {
        using var function = new TestFunction("invoke-data-action");
        var payload = "[" + string.Concat(Enumerable.Repeat("{},", 1_000_000)) + "0]";
        var json = $$"""{"inputs":{"data_action_id":"a",{{start}}{{payload}}{{end}} } }""";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var sending = function.SendAsync(json);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var answer = await sending;

        // A document of two million rows of 12 bytes would not fit.
        Assert.InRange(allocated, 0, 24_000_000);
        answer.GetProperty("result").AssertFailure(400, "ValidationError", "payload must be JSON of up to 262144 characters");
    }

    [Theory]
    [InlineData("user-lookup", "{\"id\":1,\"more\":", "}", 63)]
    [InlineData("invoke-data-action", "", "", 64)]
    [InlineData("list-invocations", "{\"entities\":[],\"more\":", "}", 63)]
    [InlineData("list-invocations", "{\"entities\":[{\"more\":", "}]}", 61)]
    public async Task A_reply_may_have_64_levels(string lookup, string start, string end, int levels)
    {
        foreach (var (more, errorCode, reason) in new[] { (0, "", null), (1, "ExternalApiError", "too-deep") })
        {
            await using var api = OAuth2Api.Answering(Reply.Ok(start + Arrays(levels + more) + end));
            using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

            var outputs = await function.InvokeAsync(ExampleInputs.Of(lookup));

            AnswerContract.AssertContract(lookup, outputs);
            Assert.Equal((errorCode, reason), (outputs.Text("errorCode"), Reason(Assert.Single(function.LogLines))));
        }
    }

    [Fact]
    public async Task An_answer_of_a_data_action_that_is_too_deep_says_that_it_ran()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(Arrays(65)));
        using var function = api.Function("invoke-data-action");

        (await function.InvokeAsync(ExampleInputs.Of("invoke-data-action")))
            .AssertFailure(502, "ExternalApiError", "The data action ran, but its reply is nested more than 64 levels deep");
    }

    [Theory]
    [InlineData(63, "")]
    [InlineData(64, "ExternalApiError")]
    public async Task A_reply_of_a_token_endpoint_may_have_64_levels(int levels, string errorCode)
    {
        await using var api = new ScriptedApi(request => Reply.Ok(request.Target == "/oauth/token" ? $$"""{"access_token":"t","more":{{Arrays(levels)}}}""" : "{}"));
        using var function = new TestFunction("invoke-data-action", api.BaseUrl).Secret(OAuth2Api.Secret);

        var outputs = await function.InvokeAsync(ExampleInputs.Of("invoke-data-action"));

        Assert.Equal((errorCode, errorCode == "" ? null : "too-deep"), (outputs.Text("errorCode"), Reason(Assert.Single(function.LogLines))));
    }

    [Fact]
    public void A_secret_may_have_64_levels()
    {
        Assert.Equal("t", Read(63).Token);
        Assert.Equal("is nested more than 64 levels deep", Assert.Throws<InvalidOperationException>(() => Read(64)).Message);

        static Secret Read(int levels) => Secret.Parse($$"""{"token":"t","more":{{Arrays(levels)}}}""", problem => new InvalidOperationException(problem));
    }

    private static string? Reason(JsonElement line) => line.TryGetProperty("reason", out var reason) ? reason.GetString() : null;

    private static string Arrays(int levels) => Nested("[", "", "]", levels);

    private static string Nested(string start, string within, string end, int times) =>
        string.Concat(Enumerable.Repeat(start, times)) + within + string.Concat(Enumerable.Repeat(end, times));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
