using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

/// <summary>The C# of a new lookup's tests: what becomes of the sample, and what is asked of the API.</summary>
internal static class TestsCode
{
    // A longer text would hide the table; the saved answer has it.
    private const int LongestShown = 120;

    // What Core adds to the message of a write that may have been performed.
    private const string MayHaveRun = "; the request may still have been carried out";

    public static string Write(NewLookup lookup) => $$"""
        using GenesysLambdas.Testing;

        namespace {{SuiteProjects.NamespaceOf(lookup.Files.Projects.Tests)}}.Lookups;

        public sealed class {{lookup.Class}}Tests
        {
            private const string Lookup = {{CSharp.Literal(lookup.Name)}};

            private static readonly string Sample = File.ReadAllText(Repository.Path({{CSharp.Literal(lookup.Files.Sample)}}));

            private static Dictionary<string, object> Inputs => new()
            {
        {{string.Concat(lookup.Inputs.Select(input => $"        [{CSharp.Literal(input.Name)}] = {Value(input)},\n"))}}    };

            /// <summary>What each output is, if the API answers with the sample.</summary>
            [Theory]
        {{Rows(lookup)}}    public async Task An_output_comes_from_the_reply(string output, string value)
            {
                await using var api = new ScriptedApi(Reply.Ok(Sample));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                var outputs = await function.InvokeAsync(Inputs);

                outputs.AssertSuccess();
                Assert.Equal(value, outputs.Shown(output));
            }

            [Fact]
            public async Task The_API_is_asked_for_what_the_inputs_say()
            {
                await using var api = new ScriptedApi(Reply.Ok(Sample));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                await function.InvokeAsync(Inputs);

                Assert.Equal({{Requested(lookup)}}, (api.Request.Method, api.Request.Target));{{Body(lookup, input => input.ExampleJson)}}
            }
        {{Optional(lookup)}}
        {{(lookup.Writes ? Writes(lookup) : Reads(lookup))}}
            [Fact]
            public async Task A_reply_that_is_something_else_is_an_ExternalApiError()
            {
                await using var api = new ScriptedApi(Reply.Ok("{}"));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                var outputs = await function.InvokeAsync(Inputs);

                outputs.AssertFailure(502, "ExternalApiError", {{CSharp.Literal(lookup.Unusable + (lookup.Writes ? MayHaveRun : ""))}});
            }
        {{Required(lookup)}}}

        """;

    private static string Reads(NewLookup lookup) => $$"""
            [Fact]
            public async Task A_404_is_an_answer_that_nothing_is_found()
            {
                await using var api = new ScriptedApi(Reply.Status(404));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                var outputs = await function.InvokeAsync(Inputs);

                outputs.AssertSuccess();
                Assert.False(outputs.Flag({{CSharp.Literal(lookup.Outputs.Flag.Name)}}));
            }

        """;

    private static string Writes(NewLookup lookup) => $$"""
            [Fact]
            public async Task A_reply_without_a_body_means_that_it_was_done()
            {
                await using var api = new ScriptedApi(Reply.Status(204));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                var outputs = await function.InvokeAsync(Inputs);

                outputs.AssertSuccess();
                Assert.True(outputs.Flag({{CSharp.Literal(lookup.Outputs.Flag.Name)}}));
            }

            [Theory]
            [InlineData(404, "")]
            [InlineData(500, {{CSharp.Literal(MayHaveRun)}})]
            [InlineData(503, {{CSharp.Literal(MayHaveRun)}})]
            public async Task An_error_is_an_ExternalApiError_and_the_request_is_not_retried(int status, string ending)
            {
                await using var api = new ScriptedApi(Reply.Status(status));
                using var function = new TestFunction(Lookup, api.BaseUrl);

                var outputs = await function.InvokeAsync(Inputs);

                outputs.AssertFailure(502, "ExternalApiError", $"The external API answered with status {status}{ending}");
                Assert.Single(api.Requests);
            }

            [Fact]
            public async Task A_request_whose_reply_breaks_off_is_not_retried()
            {
                await using var api = new ScriptedApi(Reply.Reset);
                using var function = new TestFunction(Lookup, api.BaseUrl);

                await function.InvokeAsync(Inputs);

                Assert.Single(api.Requests);
            }

            [Fact]
            public async Task Each_of_two_identical_calls_is_sent()
            {
                await using var api = new ScriptedApi(Reply.Ok(Sample));
                using var function = new TestFunction(Lookup, api.BaseUrl);
                function.With($"{function.Api}_CACHE_SECONDS", "60");

                (await function.InvokeAsync(Inputs)).AssertSuccess();
                (await function.InvokeAsync(Inputs)).AssertSuccess();

                Assert.Equal(2, api.Requests.Count);
            }

        """;

    private static string Optional(NewLookup lookup)
    {
        var optional = lookup.Inputs.Where(input => !input.IsRequired).ToList();
        var target = lookup.Path.Target(input => input.IsRequired ? input.Example : null);
        return optional.Count == 0 ? "" : $$"""

                [Fact]
                public async Task An_optional_input_that_is_not_given_is_not_sent()
                {
                    await using var api = new ScriptedApi(Reply.Ok(Sample));
                    using var function = new TestFunction(Lookup, api.BaseUrl);
                    var inputs = Inputs;
            {{string.Concat(optional.Select(input => $"        inputs.Remove({CSharp.Literal(input.Name)});\n"))}}
                    await function.InvokeAsync(inputs);

                    Assert.Equal({{CSharp.Literal(target)}}, api.Request.Target);{{Body(lookup, input => input.IsRequired ? input.ExampleJson : null)}}
                }

            """;
    }

    private static string Required(NewLookup lookup)
    {
        var rows = string.Concat(lookup.Inputs.Where(input => input.IsRequired).Select(input => $"    [InlineData({CSharp.Literal(input.Name)})]\n"));
        return rows.Length == 0 ? "" : $$"""

                [Theory]
            {{rows}}    public async Task A_required_input_that_is_missing_is_reported(string input)
                {
                    using var function = new TestFunction(Lookup);
                    var inputs = Inputs;
                    inputs.Remove(input);

                    var outputs = await function.InvokeAsync(inputs);

                    outputs.AssertFailure(400, "ValidationError", $"Missing required input: {input}");
                }

            """;
    }

    private static string Body(NewLookup lookup, Func<NewInput, JsonNode?> value) =>
        lookup.Body is null ? "" : $"\n        Assert.Equal(\"\"\"{Examples.Compact(lookup.Body.Sent(value))}\"\"\", api.Request.Json());";

    private static string Requested(NewLookup lookup) =>
        $"({CSharp.Literal(lookup.HttpMethod)}, {CSharp.Literal(lookup.Path.Target(input => input.Example))})";

    private static string Rows(NewLookup lookup) => string.Concat(
        from output in lookup.Outputs.All
        let shown = Examples.Shown(output.Expected)
        where shown.Length <= LongestShown
        select $"    [InlineData({CSharp.Literal(output.Name)}, {CSharp.Literal(shown)})]\n");

    private static string Value(NewInput input) => input.Type == ContractType.String ? CSharp.Literal(input.Example) : input.Example;
}
