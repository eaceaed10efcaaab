using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>What a data action's own contract demands of a payload (JSON schema, draft 4).</summary>
public sealed class ContractRuleTests
{
    private const string Nested = """
        {"type":"object","additionalProperties":false,"required":["who"],"properties":{
          "who":{"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"type":"string"}}},
          "list":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":{"n":{"type":"integer"}}}}}}
        """;

    [Theory]
    [InlineData("""{"type":"string"}""", "\"\"", "7", "string_type", "Must be a string")]
    [InlineData("""{"type":"string"}""", "\"a\"", "null", "string_type", "Must be a string")]
    [InlineData("""{"type":["string","null"]}""", "null", "7", "string_type", "Must be a string or null")]
    [InlineData("""{"type":"integer"}""", "-99999999999999999999", "1.0", "int_type", "Must be an integer")]
    [InlineData("""{"type":"integer"}""", "0", "1e0", "int_type", "Must be an integer")]
    [InlineData("""{"type":"number"}""", "1.5e400", "\"1\"", "float_type", "Must be a number")]
    [InlineData("""{"type":"boolean"}""", "false", "\"false\"", "bool_type", "Must be a boolean")]
    [InlineData("""{"type":"object"}""", "{}", "[]", "object_type", "Must be an object")]
    [InlineData("""{"type":"array"}""", "[1,\"a\",null]", "{}", "list_type", "Must be an array")]
    [InlineData("""{"type":"null"}""", "null", "0", "none_required", "Must be null")]
    [InlineData("""{"type":"string","enum":["chat","voice"]}""", "\"voice\"", "\"Voice\"", "enum", "Must be one of chat, voice")]
    [InlineData("""{"enum":["a",1,null,true]}""", "1", "2", "enum", "Must be one of a, 1, null, true")]
    [InlineData("""{"enum":[1.50]}""", "1.5", "\"1.5\"", "enum", "Must be one of 1.50")]
    [InlineData("""{"enum":["\u0063hat"]}""", "\"chat\"", "\"\"", "enum", "Must be one of chat")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"😀\"", "string_too_short", "Must have at least 2 characters")]
    [InlineData("""{"maxLength":2}""", "\"😀😀\"", "\"abc\"", "string_too_long", "Must have at most 2 characters")]
    [InlineData("""{"minLength":2,"minimum":5}""", "true", "\"a\"", "string_too_short", "Must have at least 2 characters")]
    [InlineData("""{"minimum":1.5}""", "1.5", "1.4999999999999999999999", "greater_than_equal", "Must be at least 1.5")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", "1.1", "1", "greater_than", "Must be more than 1")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":false}""", "1", "-1e400", "greater_than_equal", "Must be at least 1")]
    [InlineData("""{"maximum":5}""", "5.0", "1e400", "less_than_equal", "Must be at most 5")]
    [InlineData("""{"maximum":5,"exclusiveMaximum":true}""", "4.9", "5", "less_than", "Must be less than 5")]
    [InlineData("""{"minItems":1}""", "[1]", "[]", "too_short", "Must have 1 or more elements")]
    [InlineData("""{"maxItems":1}""", "[1]", "[1,2]", "too_long", "Must have 1 or fewer elements")]
    public async Task A_value_fits_or_is_reported_with_its_place_and_kind(string schema, string fits, string doesNot, string type, string message)
    {
        var contract = $$$"""{"type":"object","properties":{"x":{{{schema}}}}}""";

        Assert.Empty(await ActionContract.ViolationsAsync(contract, $$"""{"x":{{fits}}}"""));
        Assert.Equal([$$"""{"loc":["x"],"type":"{{type}}","msg":"{{message}}"}"""], await ActionContract.ViolationsAsync(contract, $$"""{"x":{{doesNot}}}"""));
    }

    [Fact]
    public async Task A_long_contract_and_a_long_payload_are_checked_in_linear_time()
    {
        var values = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"v{i}\",{i}"));
        var members = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"m{i}\":1"));
        var names = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"m{i}\""));
        var schemas = members.Replace(":1", ":{}", StringComparison.Ordinal);
        var contract = "{\"type\":\"object\",\"properties\":{\"x\":{\"items\":{\"enum\":[" + values + "]}},\"y\":{\"required\":[" + names + "],\"properties\":{" + schemas + "}}}}";
        var payload = "{\"x\":[" + string.Join(',', Enumerable.Repeat("19999", 20_000)) + "],\"y\":{" + members + "}}";
        var began = Environment.CpuUsage.TotalTime;

        Assert.Empty(await ActionContract.ViolationsAsync(contract, payload));

        // Of this process, in which other tests run. Comparing each with each took more than ten times as long.
        Assert.InRange(Environment.CpuUsage.TotalTime - began, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("""{"who":{"id":"a"},"list":[{"n":1},{"other":"x"}]}""")]
    [InlineData("{}", """{"loc":["who"],"type":"missing","msg":"Field required"}""")]
    [InlineData("""{"who":{"id":1},"list":[{"n":"1"},2]}""",
        """{"loc":["who","id"],"type":"string_type","msg":"Must be a string"}""",
        """{"loc":["list",0,"n"],"type":"int_type","msg":"Must be an integer"}""",
        """{"loc":["list",1],"type":"object_type","msg":"Must be an object"}""")]
    [InlineData("""{"who":{"id":"a","id":"b","x":1},"list":[],"y":1}""",
        """{"loc":["y"],"type":"extra_forbidden","msg":"Is not allowed"}""",
        """{"loc":["who","id"],"type":"repeated","msg":"Must appear only once"}""",
        """{"loc":["who","x"],"type":"extra_forbidden","msg":"Is not allowed"}""",
        """{"loc":["list"],"type":"too_short","msg":"Must have 1 or more elements"}""")]
    [InlineData("[]", """{"loc":[],"type":"object_type","msg":"Must be an object"}""")]
    [InlineData("not json", """{"loc":[],"type":"object_type","msg":"Must be an object"}""")]
    public async Task Everything_wrong_is_reported_at_once_however_deep(string payload, params string[] expected) =>
        Assert.Equal(expected, await ActionContract.ViolationsAsync(Nested, payload));

    [Fact]
    public async Task Names_from_the_payload_are_not_in_the_message()
    {
        await using var api = ActionContract.Api("""{"additionalProperties":false}""");
        using var function = ActionContract.Function(api);

        (await ActionContract.InvokeAsync(function, """{"private":1}""")).AssertFailure(
            400, "ValidationError", "Payload does not match the required Data Action schema: a member is not in the contract");
    }

    [Theory]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","id":"x","title":"t","description":"d","definitions":{"a":{"$ref":"#"}}}""")]
    [InlineData("""{"properties":{"x":{"default":7,"format":"date","pattern":"^[0-9]+$","uniqueItems":false,"x-order":1,"type":"string"}}}""")]
    [InlineData("""{"additionalProperties":true}""")]
    [InlineData("""{"additionalProperties":{}}""")]
    public async Task What_constrains_nothing_or_is_left_to_Genesys_Cloud_is_ignored(string schema) =>
        Assert.Empty(await ActionContract.ViolationsAsync(schema, """{"x":"a","y":1}"""));

    [Theory]
    [InlineData("""{"$ref":"#/definitions/a"}""", "$ref")]
    [InlineData("""{"oneOf":[{}]}""", "oneOf")]
    [InlineData("""{"uniqueItems":true}""", "uniqueItems")]
    [InlineData("""{"multipleOf":2}""", "multipleOf")]
    [InlineData("""{"exclusiveMinimum":2}""", "exclusiveMinimum")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "additionalProperties")]
    [InlineData("""{"items":[{}]}""", "items")]
    [InlineData("""{"enum":[{}]}""", "enum")]
    [InlineData("""{"enum":"a"}""", "enum")]
    [InlineData("""{"type":"text"}""", "type")]
    [InlineData("""{"type":[]}""", "type")]
    [InlineData("""{"type":["string",1]}""", "type")]
    [InlineData("""{"required":true}""", "required")]
    [InlineData("""{"required":[1]}""", "required")]
    [InlineData("""{"properties":[]}""", "properties")]
    [InlineData("""{"minLength":-1}""", "minLength")]
    [InlineData("""{"maxLength":1.5}""", "maxLength")]
    [InlineData("""{"minItems":"1"}""", "minItems")]
    [InlineData("""{"maximum":"1"}""", "maximum")]
    [InlineData("true", "something other than a schema")]
    public async Task An_unsupported_keyword_is_a_ConfigurationError_and_nothing_is_run(string schema, string what)
    {
        var message = $"INVOKE_PAYLOAD_RULES=contract cannot check a payload against this data action's input contract, which has {what} at x";
        await using var api = ActionContract.Api($$$"""{"properties":{"x":{{{schema}}}}}""");
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, "{}");

        outputs.AssertFailure(500, "ConfigurationError", message);
        DataActionRun.AssertOutputs(outputs, "error", message: message);
        Assert.Single(api.Requests);
        Assert.Equal("INVOKE_PAYLOAD_RULES", Assert.Single(function.LogLines).Text("subject"));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    [InlineData(9_000, false)]
    public async Task A_contract_may_have_fifty_levels(int levels, bool isRead)
    {
        var schema = string.Concat(Enumerable.Repeat("""{"items":""", levels - 1)) + "{}" + new string('}', levels - 1);
        await using var api = ActionContract.Api(schema);
        using var function = ActionContract.Function(api);

        var outputs = await ActionContract.InvokeAsync(function, "{}");

        Assert.Equal(isRead ? "" : "ConfigurationError", outputs.Text("errorCode"));
        Assert.Equal(!isRead, outputs.Text("errorMessage")!.Contains("more than", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_enumeration_is_listed_up_to_twenty_values()
    {
        var violation = Assert.Single(await ActionContract.ViolationsAsync($$$"""{"properties":{"x":{"enum":[{{{string.Join(',', Enumerable.Range(1, 25))}}}]} } }""", """{"x":0}"""));

        Assert.EndsWith("19, 20 and 5 more\"}", violation, StringComparison.Ordinal);
    }
}
