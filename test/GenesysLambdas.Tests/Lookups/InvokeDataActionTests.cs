using GenesysLambdas.Testing;
using GenesysLambdas.Tests.DataActions;
using static GenesysLambdas.Tests.DataActions.DataActionRun;

namespace GenesysLambdas.Tests.Lookups;

public sealed class InvokeDataActionTests
{
    private const string Denied = "Client lacks permission to execute the data action, or the data action is disabled";

    [Fact]
    public async Task A_data_action_is_run_and_its_answer_passed_on()
    {
        await using var api = GenesysApi.Answering(Reply.Status(200, """ {"eta": 12.50, "status":"queued"} """, "ININ-Correlation-Id: corr-1", "request-id: req-1"));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function, id: "custom_-_a+b c");

        outputs.AssertSuccess();
        AssertOutputs(outputs, "success", data: """{"eta": 12.50, "status":"queued"}""", requestId: "corr-1");
        Assert.Equal(("POST", "/api/v2/integrations/actions/custom_-_a%2Bb%20c/execute"), (api.Request.Method, api.Request.Target));
        Assert.Equal("application/json", api.Request["Content-Type"]);
        Assert.Equal("Bearer token-1", api.Request["Authorization"]);
        Assert.Equal(Payloads.Valid, api.Request.Body);
    }

    [Fact]
    public async Task An_accepted_invocation_has_its_id_in_the_outputs()
    {
        await using var api = GenesysApi.Answering(Reply.Status(202, """{"invocationId":"inv-1"}""", "request-id: req-1"));
        using var function = api.Function("invoke-data-action").With("GENESYS_EXECUTE_PATH", "/api/v2/processes/data-actions/{dataActionId}/invocations");

        AssertOutputs(await InvokeAsync(function), "success", data: """{"invocationId":"inv-1"}""", invocationId: "inv-1", requestId: "req-1");
        Assert.Equal("/api/v2/processes/data-actions/the-action/invocations", api.Request.Target);
    }

    [Theory]
    [InlineData(204, "", "", "")]
    [InlineData(202, "", "", "")]
    [InlineData(200, "[1]", "[1]", "")]
    [InlineData(200, """{"invocationId":7}""", """{"invocationId":7}""", "7")]
    [InlineData(200, """{"invocationId":{}}""", """{"invocationId":{}}""", "")]
    [InlineData(200, """{"invocationId":"\ud800"}""", """{"invocationId":"\ud800"}""", "")]
    [InlineData(200, """{"\ud800":1}""", """{"\ud800":1}""", "")]
    public async Task Whatever_JSON_the_data_action_answers_is_passed_on(int status, string reply, string data, string invocationId)
    {
        await using var api = GenesysApi.Answering(Reply.Status(status, reply));
        using var function = api.Function("invoke-data-action");

        AssertOutputs(await InvokeAsync(function), "success", data: data, invocationId: invocationId);
    }

    [Fact]
    public async Task Runs_the_data_action_every_time_even_if_answers_are_cached()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action").With("GENESYS_API_CACHE_SECONDS", "60");

        await Task.WhenAll(InvokeAsync(function), InvokeAsync(function), InvokeAsync(function));

        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task An_answer_64_levels_deep_is_passed_on()
    {
        var deep = new string('[', 64) + new string(']', 64);
        await using var api = GenesysApi.Answering(Reply.Ok(deep));
        using var function = api.Function("invoke-data-action");

        AssertOutputs(await InvokeAsync(function), "success", data: deep);
    }

    [Theory]
    [InlineData(400, "ExternalApiError", 502)]
    [InlineData(401, "ExternalApiUnauthorized", 502)]
    [InlineData(404, "ExternalApiError", 502)]
    [InlineData(409, "ExternalApiError", 502)]
    [InlineData(418, "ExternalApiError", 502)]
    [InlineData(301, "ExternalApiError", 502)]
    [InlineData(408, "ExternalApiError", 502)]
    [InlineData(500, "ExternalApiError", 502)]
    [InlineData(502, "ExternalApiError", 502)]
    [InlineData(503, "ExternalApiError", 502)]
    [InlineData(504, "ExternalApiError", 502)]
    public async Task An_error_status_is_reported_with_the_reply_and_sent_again_only_after_a_401(int status, string errorCode, int statusCode)
    {
        const string reply = """{"message": "no", "status": 1}""";
        await using var api = GenesysApi.Answering(Reply.Status(status, reply, "ININ-Correlation-Id: corr-1"));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(statusCode, errorCode, $"Genesys Cloud API returned {status}");
        AssertOutputs(outputs, "error", $"GENESYS_API_{status}", $"Genesys Cloud API returned {status}", details: reply, requestId: "corr-1");
        Assert.Equal(status == 401 ? 2 : 1, api.Requests.Count);
    }

    [Fact]
    public async Task A_403_is_PERMISSION_DENIED_once_a_fresh_token_is_refused_too()
    {
        await using var api = GenesysApi.Answering(Reply.Status(403, """{"code":"forbidden"}"""));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(502, "ExternalApiUnauthorized", Denied);
        AssertOutputs(outputs, "error", "PERMISSION_DENIED", Denied, details: """{"code":"forbidden"}""");
        Assert.Equal(["Bearer token-1", "Bearer token-2"], api.Requests.Select(request => request["Authorization"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>hello</html>")]
    [InlineData("{")]
    public async Task A_success_that_is_not_JSON_is_an_error_that_says_that_it_may_have_run(string reply)
    {
        await using var api = GenesysApi.Answering(Reply.Ok(reply));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(502, "ExternalApiError", "The data action may have run, but Genesys Cloud's reply is not JSON");
        AssertOutputs(outputs, "error", "GENESYS_API_200", "Genesys Cloud API returned 200");
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_UTF8_is_not_JSON()
    {
        await using var api = GenesysApi.Answering(Reply.Body([(byte)'"', 0xFF, (byte)'"']));
        using var function = api.Function("invoke-data-action");

        AssertOutputs(await InvokeAsync(function), "error", "GENESYS_API_200", "Genesys Cloud API returned 200");
    }

    [Fact]
    public async Task An_answer_too_large_to_be_passed_on_is_an_error_that_says_that_it_ran()
    {
        await using var api = GenesysApi.Answering(Reply.Ok($"\"{new string('x', 300 * 1024)}\""));
        using var function = api.Function("invoke-data-action");

        (await InvokeAsync(function)).AssertFailure(502, "ExternalApiError", "The data action ran, but its reply is too large to pass on");
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task Details_contain_a_reply_of_up_to_4_KiB(int bytes, bool isTold)
    {
        var reply = $"\"{new string('x', bytes - 2)}\"";
        await using var api = GenesysApi.Answering(Reply.Status(500, reply));
        using var function = api.Function("invoke-data-action");

        AssertOutputs(await InvokeAsync(function), "error", "GENESYS_API_500", "Genesys Cloud API returned 500", details: isTold ? reply : "");
    }

    [Fact]
    public async Task A_failed_token_request_is_reported_with_its_status()
    {
        await using var api = new GenesysApi(_ => Reply.Ok("{}"), _ => Reply.Status(403));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        Assert.Equal("ExternalApiUnauthorized", outputs.Text("errorCode"));
        AssertOutputs(outputs, "error", "GENESYS_API_403", "Genesys Cloud API returned 403");
    }

    [Theory]
    [InlineData("/execute")]
    [InlineData("api/{dataActionId}")]
    [InlineData("//evil.example/{dataActionId}")]
    [InlineData("/a/../{dataActionId}")]
    [InlineData("/{dataActionId}?x=1")]
    [InlineData("/{dataActionId}/{dataActionId}")]
    [InlineData("/{other}/{dataActionId}")]
    [InlineData("/a b/{dataActionId}")]
    public async Task A_malformed_path_setting_is_a_ConfigurationError(string path)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action").With("GENESYS_EXECUTE_PATH", path);

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(
            500,
            "ConfigurationError",
            "The setting GENESYS_EXECUTE_PATH must be a path such as /api/v2/integrations/actions/{dataActionId}/execute, with {dataActionId} once");
        Assert.Equal("error", outputs.Text("status"));
        Assert.Empty(api.Requests);
    }
}
