using System.Diagnostics;
using System.Text.RegularExpressions;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Testing.Faults;
using static GenesysLambdas.Testing.AnswerContract;

namespace GenesysLambdas.Testing.Lookups;

/// <summary>Tests every lookup. They are found by reflection, so new ones are included.</summary>
public abstract partial class LookupBehaviorTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    public static TheoryData<string, string> LookupsAndHostilePayloads =>
        Combine(
            "null", "[]", "[1]", "\"text\"", "7", "true", "{}", "", " ", "{", "nope", "\u0000", "{\"inputs\":null}", "{\"inputs\":[]}", "{\"data\":7}",
            "{\"a\":1,\"a\":2}", "{\"inputs\":{},\"inputs\":{}}", "{\"inputs\":{\"x\":1,\"x\":1}}",
            "{\"\\ud800\":1}", "{\"inputs\":{\"\\ud800\":1}}",
            "{\"requestI\\ud800\":1}", "{\"inputs\":{},\"metadata\":{\"requestI\\ud800\":1}}",
            new string('[', 5000) + new string(']', 5000),
            string.Concat(Enumerable.Repeat("{\"inputs\":", 5000)) + "{}" + new string('}', 5000));

    public static TheoryData<string, string> LookupsAndWrongConversationIds =>
        Combine("null", "\"\"", "7", "true", "[1,2]", "{\"a\":1}", "\"+15551234567\"", "\"a\\r\\nb\"", "\"\\ud800\"", $"\"{new string('a', 100_000)}\"");

    [Theory]
    [MemberData(nameof(LookupsAndHostilePayloads))]
    public async Task Answers_an_invalid_request_with_a_ValidationError_and_the_next_request(string lookup, string payload)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer);
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = OutputsOf(await function.SendAsync(payload));
        var next = await function.InvokeAsync(Examples(lookup));

        AssertContract(lookup, outputs);
        // If no input is required, some of these are valid requests.
        if (outputs.Text("errorCode") != "" || LookupUnderTest.Named(lookup).OwnInputs.Any(input => input.Required))
        {
            Assert.Equal(("ValidationError", 400), (outputs.Text("errorCode"), outputs.GetProperty("statusCode").GetInt32()));
        }

        next.AssertSuccess();
    }

    // System.Text.Json would read 100,000 levels in half a minute.
    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Answers_at_once_to_JSON_with_100000_levels(string lookup)
    {
        var deep = Nested(100_000);
        await using var api = new ScriptedApi(Reply.Ok(deep));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        var time = Stopwatch.StartNew();

        AssertContract(lookup, OutputsOf(await function.SendAsync(deep)));
        AssertContract(lookup, OutputsOf(await function.SendAsync(JsonSerializer.Serialize(
            new { inputs = LookupUnderTest.Named(lookup).OwnInputs.ToDictionary(input => input.Name, _ => deep) }))));
        AssertContract(lookup, await function.InvokeAsync(Examples(lookup)));

        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_ValidationError_names_an_input_of_the_wrong_type(string lookup)
    {
        foreach (var wrong in LookupUnderTest.Named(lookup).OwnInputs)
        {
            using var function = new TestFunction(lookup);
            var inputs = Examples(lookup);
            inputs[wrong.Name] = new[] { 1, 2 };

            var outputs = await function.InvokeAsync(inputs);

            AssertContract(lookup, outputs);
            Assert.Equal("ValidationError", outputs.Text("errorCode"));
            Assert.Contains(wrong.Name, outputs.Text("errorMessage"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_ValidationError_names_an_overlong_string_or_one_with_control_characters(string lookup)
    {
        foreach (var wrong in LookupUnderTest.Named(lookup).OwnInputs.Where(input => input.Type == ContractType.String))
        {
            foreach (var text in new[] { new string('a', wrong.MaxLength + 1), "a\r\nHost: evil.example", "a\0b" })
            {
                using var function = new TestFunction(lookup);
                var inputs = Examples(lookup);
                inputs[wrong.Name] = text;

                var outputs = await function.InvokeAsync(inputs);

                AssertContract(lookup, outputs);
                Assert.Equal("ValidationError", outputs.Text("errorCode"));
                Assert.Contains(wrong.Name, outputs.Text("errorMessage"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_conversationId_is_in_the_log(string lookup)
    {
        await using var api = new ScriptedApi(Reply.Ok("{}"));
        using var function = new TestFunction(lookup, api.BaseUrl);

        await function.InvokeAsync(Examples(lookup));

        Assert.Equal(ExampleInputs.ConversationId, JsonDocument.Parse(function.Log).RootElement.Text("conversationId"));
    }

    [Theory]
    [MemberData(nameof(LookupsAndWrongConversationIds))]
    public async Task Ignores_an_invalid_conversationId_and_does_not_log_it(string lookup, string json)
    {
        await using var api = new ScriptedApi(Reply.Ok("{}"));
        using var function = new TestFunction(lookup, api.BaseUrl);
        var own = JsonSerializer.Serialize(Examples(lookup).Where(input => input.Key != "conversationId").ToDictionary());

        var without = await function.SendAsync($"{{\"inputs\":{own}}}");
        var with = await function.SendAsync($"{{\"inputs\":{own[..^1]},\"conversationId\":{json}}}}}");

        Assert.NotEqual("ValidationError", OutputsOf(with).Text("errorCode"));
        Assert.Equal(without.GetRawText(), with.GetRawText());
        Assert.DoesNotContain("conversationId", function.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Calls_nothing_after_the_deadline(string lookup)
    {
        await using var api = new ScriptedApi(Reply.Ok("{}"));
        using var function = new TestFunction(lookup, api.BaseUrl);

        var outputs = await function.InvokeAsync(Examples(lookup), new TestLambdaContext { RemainingTime = TimeSpan.Zero });

        AssertContract(lookup, outputs);
        Assert.Equal(("ExternalApiTimeout", 504), (outputs.Text("errorCode"), outputs.GetProperty("statusCode").GetInt32()));
        Assert.Empty(api.Requests);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_bug_is_an_InternalServerError_with_details_only_in_the_log(string lookup)
    {
        using var function = new TestFunction(lookup, time: new BrokenClock());

        var outputs = await function.InvokeAsync(Examples(lookup));

        AssertContract(lookup, outputs);
        Assert.Equal("InternalServerError", outputs.Text("errorCode"));
        Assert.DoesNotContain("jane.doe", outputs.GetRawText() + function.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BrokenClock), outputs.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenClock), function.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Logs_one_line_per_invocation_without_inputs_outputs_or_secrets(string lookup)
    {
        const string person = "Private Person";
        const string number = "12345.678";
        const string integer = "7654321";
        var json = Regex.Replace(
            HealthyApi.Of(lookup).WithEveryStringEndingIn($" {person}"),
            "(?<=\": *)-?[0-9]+([.][0-9]+)?(?=[,}])",
            match => match.Value.Contains('.', StringComparison.Ordinal) ? number : integer,
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10));
        await using var api = new ScriptedApi(request => HealthyApi.IsForToken(request) ? Reply.Ok(HealthyApi.Token) : Reply.Ok(json));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        var inputs = Examples(lookup);

        var outputs = await function.InvokeAsync(inputs);
        await function.SendAsync($"[\"{person}\"]");

        outputs.AssertSuccess();
        Assert.True(
            new[] { person, number, integer }.Any(text => outputs.GetRawText().Contains(text, StringComparison.OrdinalIgnoreCase))
            || LookupUnderTest.Named(lookup).Contract.Outputs.Except(LookupOutputs.Common)
                .All(output => output.Type is ContractType.Boolean or ContractType.Integer || output.IsArray));
        Assert.Equal(2, function.LogLines.Count);
        Assert.All(
            [
                .. inputs.Values.OfType<string>().Except([ExampleInputs.ConversationId]), person, number, integer,
                "the-token", "the-client", "s3cret", "the-access-token",
            ],
            secret => Assert.DoesNotContain(secret, function.Log, StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, object?> Examples(string lookup) => ExampleInputs.Of(lookup);

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"data\":", levels)) + "1" + new string('}', levels);

    private static TheoryData<string, string> Combine(params string[] cases) => LookupUnderTest.NamesAnd(_ => cases);
}
