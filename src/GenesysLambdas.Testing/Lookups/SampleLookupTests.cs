using GenesysLambdas.Testing.Faults;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing.Lookups;

/// <summary>Tests of a lookup or write action that has a sample of its API's reply, and a saved request called "found".</summary>
public abstract class SampleLookupTests(string lookup)
{
    private const string Found = "found";

    /// <summary>Method, target and body of the request that it sends for the saved inputs, such as <c>GET /orders/1</c>.</summary>
    protected abstract string Request { get; }

    /// <summary>The same without the optional inputs.</summary>
    protected virtual string RequestWithoutOptionalInputs => Request;

    /// <summary>The message if the reply contains nothing that the lookup can use.</summary>
    protected abstract string UnusableReply { get; }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static LookupFiles Files(string lookup) => SuiteUnderTestAttribute.Projects.FilesOf(lookup);

    private protected string Sample => File.ReadAllText(Repository.Path(Files(lookup).Sample));

    private IReadOnlyList<string> RequiredInputs => [.. LookupUnderTest.Named(lookup).OwnInputs.Where(input => input.Required).Select(input => input.Name)];

    [Fact]
    public async Task Returns_the_values_of_the_sample()
    {
        var (outputs, _) = await CallAsync(Reply.Ok(Sample));

        using var answer = JsonDocument.Parse(SavedRequestFiles.ExpectedAnswer(lookup, Found));
        Assert.Equal(JsonSerializer.Serialize(answer.RootElement.GetProperty("result"), Indented), JsonSerializer.Serialize(outputs, Indented));
        outputs.AssertSuccess();
    }

    [Fact]
    public async Task Sends_its_inputs()
    {
        var (_, requests) = await CallAsync(Reply.Ok(Sample));

        Assert.Equal([Request], requests);
    }

    [Fact]
    public async Task Leaves_out_optional_inputs_without_a_value()
    {
        var (_, requests) = await CallAsync(Reply.Ok(Sample), Inputs(RequiredInputs.Contains));

        Assert.Equal([RequestWithoutOptionalInputs], requests);
    }

    [Fact]
    public async Task Fails_if_the_reply_contains_nothing_it_can_use()
    {
        var (outputs, _) = await CallAsync(Reply.Ok("{}"));

        outputs.AssertFailure(502, "ExternalApiError", UnusableReply);
    }

    [Fact]
    public async Task Names_each_required_input_that_is_missing()
    {
        foreach (var missing in RequiredInputs)
        {
            var (outputs, requests) = await CallAsync(Reply.Ok(Sample), Inputs(name => name != missing));

            outputs.AssertFailure(400, "ValidationError", $"Missing required input: {missing}");
            Assert.Empty(requests);
        }
    }

    private protected Task<(JsonElement Outputs, IReadOnlyList<string> Requests)> CallAsync(Reply reply, int times = 1) =>
        CallAsync(reply, Inputs(_ => true), times);

    private async Task<(JsonElement Outputs, IReadOnlyList<string> Requests)> CallAsync(Reply reply, Dictionary<string, JsonElement> inputs, int times = 1)
    {
        await using var api = new ScriptedApi(request => HealthyApi.IsForToken(request) ? Reply.Ok(HealthyApi.Token) : reply);
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        function.With($"{function.Api}_CACHE_SECONDS", "60");

        var outputs = await function.InvokeAsync(inputs);
        for (var i = 1; i < times; i++)
        {
            outputs = await function.InvokeAsync(inputs);
        }

        return (outputs, [.. api.Requests.Where(request => !HealthyApi.IsForToken(request)).Select(Shown)]);
    }

    private Dictionary<string, JsonElement> Inputs(Func<string, bool> isGiven) =>
        JsonDocument.Parse(SavedRequestFiles.Read(lookup, Found)).RootElement.GetProperty("inputs").EnumerateObject()
            .Where(input => isGiven(input.Name))
            .ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);

    private static string Shown(RecordedRequest request) =>
        $"{request.Method} {request.Target}{(request.Body.Length == 0 ? "" : $" {request.Json()}")}";
}

/// <summary>Tests of a lookup that says in its output <c>found</c> whether the API found something.</summary>
public abstract class SampleReadTests(string lookup) : SampleLookupTests(lookup)
{
    [Fact]
    public async Task Answers_that_nothing_was_found_after_a_404()
    {
        var (outputs, _) = await CallAsync(Reply.Status(404));

        outputs.AssertSuccess();
        Assert.False(outputs.Flag("found"));
    }
}

/// <summary>Tests of a write action that says in its output <c>done</c> whether the API made the change.</summary>
public abstract class SampleWriteTests(string lookup) : SampleLookupTests(lookup)
{
    /// <summary>What Core adds to a message if the API may have made the change.</summary>
    protected const string MayHaveRun = "; the request may still have been carried out";

    [Fact]
    public async Task Succeeds_after_a_reply_without_a_body()
    {
        var (outputs, _) = await CallAsync(Reply.Status(204));

        outputs.AssertSuccess();
        Assert.True(outputs.Flag("done"));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(500, MayHaveRun)]
    [InlineData(503, MayHaveRun)]
    public async Task Does_not_retry_after_an_error_status(int status, string ending)
    {
        var (outputs, requests) = await CallAsync(Reply.Status(status));

        outputs.AssertFailure(502, "ExternalApiError", $"The external API replied with status {status}{ending}");
        Assert.Single(requests);
    }

    [Fact]
    public async Task Does_not_retry_after_a_broken_connection()
    {
        var (_, requests) = await CallAsync(Reply.Reset);

        Assert.Single(requests);
    }

    [Fact]
    public async Task Sends_each_of_two_identical_calls()
    {
        var (outputs, requests) = await CallAsync(Reply.Ok(Sample), times: 2);

        outputs.AssertSuccess();
        Assert.Equal([Request, Request], requests);
    }
}
