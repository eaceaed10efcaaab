using System.Text.Json;
using GenesysLambdas.Testing.Actions;

namespace GenesysLambdas.Testing.Tests.Actions;

/// <summary>The model of Genesys Cloud is itself judged: what Velocity and the translation map make of null.</summary>
public sealed class GenesysActionTests
{
    [Theory]
    [InlineData("""{"name": "${input.name}"}""", """{"name":"Ada"}""", """{"name": "Ada"}""")]
    [InlineData("""{"age": ${input.age}}""", """{"age":36}""", """{"age": 36}""")]
    [InlineData("""{"name": "$!{input.name}"}""", """{"name":null}""", """{"name": ""}""")]
    [InlineData("""{"name": "${input.name}"}""", """{"name":null}""", """{"name": "${input.name}"}""")]
    [InlineData("""{"inputs": ${input.rawRequest}}""", """{"name":null}""", """{"inputs": {"name":null}}""")]
    public void A_request_template_is_filled_in(string template, string inputs, string expected) =>
        Assert.Equal(expected, WithTemplates(request: template).Event(inputs));

    [Theory]
    [InlineData("""{"age":null}""")]
    [InlineData("{}")]
    public void A_null_or_missing_input_makes_the_action_fail(string inputs) =>
        Assert.ThrowsAny<JsonException>(() => WithTemplates(request: """{"age": ${input.age}}""").Event(inputs));

    [Fact]
    public void A_null_in_the_reply_makes_the_action_fail() =>
        Assert.ThrowsAny<JsonException>(() => WithTemplates(success: "${result}", map: """{"result":"$.result"}""").Outputs("""{"result":null}"""));

    [Fact]
    public void A_default_replaces_what_is_absent_and_not_null()
    {
        var action = WithTemplates(success: """{"name": ${name}}""", map: """{"name":"$.name"}""", defaults: """{"name":"\"nobody\""}""");

        Assert.Equal("nobody", action.Outputs("{}").Text("name"));
        Assert.ThrowsAny<JsonException>(() => action.Outputs("""{"name":null}"""));
    }

    private static GenesysAction WithTemplates(string request = "${input.rawRequest}", string success = "${rawResult}", string map = "{}", string defaults = "{}") => GenesysAction.Parse(
        $$"""
        {"config":{
          "request":{"requestTemplate":{{JsonSerializer.Serialize(request)}} },
          "response":{"translationMap":{{map}},"translationMapDefaults":{{defaults}},"successTemplate":{{JsonSerializer.Serialize(success)}} } } }
        """);
}
