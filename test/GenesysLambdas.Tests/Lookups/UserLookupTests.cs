using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class UserLookupTests
{
    private const string Leanne = """{"id":1,"name":"Leanne Graham","email":"Sincere@april.biz","company":{"name":"Romaguera-Crona"},"address":{"geo":{"lat":"-37"}}}""";

    [Fact]
    public async Task A_user_is_found()
    {
        await using var api = new ScriptedApi(Reply.Ok(Leanne));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertSuccess();
        Assert.True(outputs.Flag("userFound"));
        Assert.Equal("Leanne Graham", outputs.Text("displayName"));
        Assert.Equal("Sincere@april.biz", outputs.Text("emailAddress"));
        Assert.Equal("Romaguera-Crona", outputs.Text("companyName"));
        Assert.Equal("", outputs.Text("message"));
        Assert.Equal(("GET", "/users/1"), (api.Request.Method, api.Request.Target));
        Assert.Null(api.Request["Authorization"]);
        Assert.Equal("GenesysLambdas/1.0", api.Request["User-Agent"]);
        Assert.Equal(new TestLambdaContext().TraceId, api.Request["X-Amzn-Trace-Id"]);
    }

    [Theory]
    [InlineData("1?x=y#z", "/users/1%3Fx%3Dy%23z")]
    [InlineData("%2e%2e", "/users/%252e%252e")]
    [InlineData("%00", "/users/%2500")]
    [InlineData("Zoë", "/users/Zo%C3%AB")]
    [InlineData("...", "/users/...")]
    [InlineData("a@evil.example:80", "/users/a%40evil.example%3A80")]
    public async Task The_id_is_always_one_segment_of_the_path(string id, string target)
    {
        await using var api = new ScriptedApi(Reply.Ok(Leanne));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        await function.InvokeAsync(new { user_id = id });

        Assert.Equal(target, api.Request.Target);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("../../admin")]
    [InlineData("..\\admin")]
    public async Task An_id_that_would_change_the_path_is_refused(string id)
    {
        await using var api = new ScriptedApi(Reply.Ok(Leanne));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = id });

        outputs.AssertFailure(400, "ValidationError", "user_id must be a string of 1 to 64 characters without / and \\, other than . and ..");
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task An_unknown_id_is_an_answer()
    {
        await using var api = new ScriptedApi(Reply.Status(404, "{}"));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "999" });

        outputs.AssertSuccess();
        Assert.False(outputs.Flag("userFound"));
        Assert.Equal("User not found", outputs.Text("message"));
    }

    [Fact]
    public async Task A_missing_id_is_reported_in_the_contracts_words()
    {
        using var function = new TestFunction("user-lookup");

        var outputs = await function.InvokeAsync(new { });

        outputs.AssertFailure(400, "ValidationError", "The user_id parameter is required.");
        Assert.Equal("The user_id parameter is required.", outputs.Text("message"));
        Assert.False(outputs.Flag("userFound"));
    }

    [Theory]
    [InlineData(301, "ExternalApiError", 502)]
    [InlineData(400, "ExternalApiError", 502)]
    [InlineData(401, "ExternalApiUnauthorized", 502)]
    [InlineData(403, "ExternalApiUnauthorized", 502)]
    [InlineData(409, "ExternalApiError", 502)]
    [InlineData(418, "ExternalApiError", 502)]
    [InlineData(429, "ExternalApiThrottled", 503)]
    [InlineData(500, "ExternalApiError", 502)]
    [InlineData(502, "ExternalApiError", 502)]
    [InlineData(503, "ExternalApiError", 502)]
    public async Task An_error_status_is_reported(int status, string errorCode, int statusCode)
    {
        await using var api = new ScriptedApi(Reply.Status(status, "oops", "Location: http://127.0.0.1:1/elsewhere"));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertFailure(statusCode, errorCode, $"External API returned {status}");
        Assert.Equal($"External API returned {status}", outputs.Text("message"));
        Assert.False(outputs.Flag("userFound"));
    }

    [Fact]
    public async Task A_time_out_is_reported()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("USER_API_TIMEOUT_MS", "50").With("USER_API_MAX_ATTEMPTS", "1");

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertFailure(504, "ExternalApiTimeout", "Gateway Timeout");
    }

    [Theory]
    [InlineData("""{"name":"N"}""", "N", "", "")]
    [InlineData("""{"id":1,"name":null,"email":null,"company":null}""", "", "", "")]
    [InlineData("""{"name":7,"email":true,"company":{"name":1.50}}""", "7", "true", "1.50")]
    [InlineData("""{"name":"N","company":{}}""", "N", "", "")]
    [InlineData("""{"id":"1"}""", "", "", "")]
    public async Task Missing_parts_of_the_reply_are_empty_and_numbers_become_strings(string reply, string name, string email, string company)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertSuccess();
        Assert.Equal((name, email, company), (outputs.Text("displayName"), outputs.Text("emailAddress"), outputs.Text("companyName")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"error":"no such tenant"}""")]
    public async Task A_reply_without_a_user_is_an_ExternalApiError(string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertFailure(502, "ExternalApiError", "The external API's reply contains no user");
        Assert.False(outputs.Flag("userFound"));
    }
}
