using GenesysLambdas.Testing;
using static GenesysLambdas.Tests.DataActions.DataActionRun;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>Running a data action whose payload is checked against its own contract: how the contract is fetched and kept.</summary>
public sealed class ContractModeTests
{
    private const string ContractTarget = "/api/v2/integrations/actions/the-action?expand=contract";
    private const string ExecuteTarget = "/api/v2/integrations/actions/the-action/execute";
    private const string Schema = """{"type":"object","required":["customerId"],"properties":{"customerId":{"type":"string","minLength":2}},"additionalProperties":true}""";

    [Fact]
    public async Task Sends_a_valid_payload_unchanged()
    {
        const string payload = """{ "customerId": "c-1", "amount": 1.50, "tags": ["a","a"] }""";
        await using var api = ActionContract.Api(Schema);
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, payload);

        outputs.AssertSuccess();
        AssertOutputs(outputs, "success", data: """{"done":true}""");
        Assert.Equal([$"GET {ContractTarget}", $"POST {ExecuteTarget}"], api.Requests.Select(request => $"{request.Method} {request.Target}"));
        Assert.Equal(payload, api.Requests[1].Body);
    }

    [Fact]
    public async Task Reports_an_invalid_payload_and_runs_nothing()
    {
        await using var api = ActionContract.Api(Schema);
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, """{"customerId":"c"}""");

        const string summary = "Payload does not match the required Data Action schema";
        outputs.AssertFailure(400, "ValidationError", $"{summary}: customerId: Must have at least 2 characters");
        AssertOutputs(outputs, "error", "VALIDATION_FAILED", summary, details: """[{"loc":["customerId"],"type":"string_too_short","msg":"Must have at least 2 characters"}]""");
        Assert.Equal(ContractTarget, api.Request.Target);
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Requests_no_contract_without_the_setting(string? rules)
    {
        await using var api = ActionContract.Api(Schema);
        using var function = ActionContract.Function(api).With("INVOKE_PAYLOAD_RULES", rules);

        (await InvokeAsync(function)).AssertSuccess();
        Assert.Equal(ExecuteTarget, api.Request.Target);
    }

    [Fact]
    public async Task Unknown_payload_rules_are_a_ConfigurationError()
    {
        await using var api = ActionContract.Api(Schema);
        using var function = ActionContract.Function(api).With("INVOKE_PAYLOAD_RULES", "none");

        (await InvokeAsync(function)).AssertFailure(500, "ConfigurationError", "The setting INVOKE_PAYLOAD_RULES must be contact or contract");
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(null, 300)]
    [InlineData("0", 300)]
    [InlineData("20", 20)]
    public async Task Caches_a_contract_for_five_minutes_or_for_as_long_as_found_answers(string? cacheSeconds, int kept)
    {
        var time = new ManualTime();
        await using var api = ActionContract.Api(Schema);
        using var function = ActionContract.Function(api, time).With("GENESYS_API_CACHE_SECONDS", cacheSeconds);

        await ActionContract.InvokeAsync(function, """{"customerId":"c-1"}""");
        time.Advance(TimeSpan.FromSeconds(kept - 1));
        await ActionContract.InvokeAsync(function, """{"customerId":"c-1"}""");
        Assert.Single(api.Requests, request => request.Target == ContractTarget);

        time.Advance(TimeSpan.FromSeconds(2));
        await ActionContract.InvokeAsync(function, """{"customerId":"c-1"}""");
        Assert.Equal((2, 3), (api.Requests.Count(request => request.Target == ContractTarget), api.Requests.Count(request => request.Target == ExecuteTarget)));
    }

    [Fact]
    public async Task Each_data_action_has_its_own_contract()
    {
        await using var api = new GenesysApi(request => request.Method == "POST" ? Reply.Ok("{}") : ActionContract.Reply(
            request.Target.Contains("/strict?", StringComparison.Ordinal) ? Schema : "{}"));
        using var function = ActionContract.Function(api);

        Assert.False((await ActionContract.InvokeAsync(function, "{}", id: "strict")).Flag("success"));
        Assert.True((await ActionContract.InvokeAsync(function, "{}", id: "any")).Flag("success"));
    }

    [Fact]
    public async Task Makes_one_request_for_a_contract_however_many_callers_wait()
    {
        using var isAsked = new SemaphoreSlim(0);
        using var mayAnswer = new ManualResetEventSlim();
        await using var api = new GenesysApi(request =>
        {
            if (request.Method == "POST")
            {
                return Reply.Ok("{}");
            }

            isAsked.Release();
            mayAnswer.Wait();
            return ActionContract.Reply("{}");
        });
        using var function = ActionContract.Function(api);

        var answers = Enumerable.Range(0, 10).Select(_ => ActionContract.InvokeAsync(function, "{}")).ToList();
        Assert.True(await isAsked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        mayAnswer.Set();

        Assert.All(await Task.WhenAll(answers), outputs => outputs.AssertSuccess());
        Assert.Single(api.Requests, request => request.Method == "GET");
        Assert.Equal(10, api.Requests.Count(request => request.Method == "POST"));
    }

    [Theory]
    [InlineData(404, "GENESYS_API_404", "Genesys Cloud API returned 404", "ExternalApiError", 502)]
    [InlineData(401, "GENESYS_API_401", "Genesys Cloud API returned 401", "ExternalApiUnauthorized", 502)]
    [InlineData(403, "PERMISSION_DENIED", "Client lacks permission to read the data action's contract (integrations:action:view)", "ExternalApiUnauthorized", 502)]
    [InlineData(418, "GENESYS_API_418", "Genesys Cloud API returned 418", "ExternalApiError", 502)]
    public async Task Runs_nothing_if_the_contract_is_refused(int status, string code, string message, string errorCode, int statusCode)
    {
        const string reply = """{"code":"no"}""";
        await using var api = GenesysApi.Answering(Reply.Status(status, reply, "ININ-Correlation-Id: corr-1"));
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, "{}");

        outputs.AssertFailure(statusCode, errorCode, message);
        AssertOutputs(outputs, "error", code, message, details: reply, requestId: "corr-1");
        Assert.DoesNotContain(api.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task Retries_a_contract_after_a_temporary_error()
    {
        var isFirst = true;
        await using var api = new GenesysApi(request => request.Method == "POST" ? Reply.Ok("{}") : ActionContract.Reply("{}", Interlocked.Exchange(ref isFirst, false) ? 503 : 200));
        using var function = ActionContract.Function(api);

        (await ActionContract.InvokeAsync(function, "{}")).AssertSuccess();
    }

    [Fact]
    public async Task A_missing_contract_is_NETWORK_ERROR()
    {
        const string message = "There was no reply in time, and the data action was not run";
        await using var api = GenesysApi.Answering(Reply.Never);
        using var function = ActionContract.Function(api).With("GENESYS_API_TIMEOUT_MS", "50").With("GENESYS_API_MAX_ATTEMPTS", "1");

        var outputs = await ActionContract.InvokeAsync(function, "{}");

        outputs.AssertFailure(504, "ExternalApiTimeout", message);
        AssertOutputs(outputs, "error", "NETWORK_ERROR", message);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"contract":null}""")]
    [InlineData("""{"contract":{"input":[]}}""")]
    [InlineData("""{"contract":{"input":{"inputSchema":"#"}}}""")]
    [InlineData("""{"contract":{"input":{"inputSchemaUri":"/api/v2/integrations/actions/a/schemas/s"}}}""")]
    [InlineData("""{"contract":{"input":{"inputSchema":{"required":["\ud800"]}}}}""")]
    public async Task A_reply_without_a_contract_is_an_ExternalApiError_and_nothing_is_run(string reply)
    {
        const string message = "Genesys Cloud's reply does not contain the data action's input contract, so the data action was not run";
        await using var api = GenesysApi.Answering(Reply.Ok(reply));
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, "{}");

        outputs.AssertFailure(502, "ExternalApiError", message);
        AssertOutputs(outputs, "error", "NETWORK_ERROR", message);
        Assert.Single(api.Requests);
    }
}
