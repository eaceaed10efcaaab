using System.Text.Json;
using GenesysLambdas.Testing.Actions;

namespace GenesysLambdas.Testing.Tests.Actions;

/// <summary>The judge of the contracts is itself judged: by each keyword, what fits and what does not.</summary>
public sealed class SchemaCheckerTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "7")]
    [InlineData("""{"type":"string"}""", "\"\"", "null")]
    [InlineData("""{"type":"integer"}""", "7", "7.5")]
    [InlineData("""{"type":"integer"}""", "7.0", "\"7\"")]
    [InlineData("""{"type":"number"}""", "7.5", "\"7.5\"")]
    [InlineData("""{"type":"boolean"}""", "false", "\"false\"")]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[\"a\"]", "[\"a\",7]")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", "{}")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":true}""", """{"b":7}""", """{"a":7}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":7}""", """{"b":7}""")]
    [InlineData("""{"enum":["a"]}""", "\"a\"", "\"b\"")]
    [InlineData("""{"maxLength":2}""", "\"ab\"", "\"abc\"")]
    public void Checks_a_value_against_its_schema(string schema, string fits, string doesNot)
    {
        Assert.Empty(SchemaChecker.Violations(Parse(schema), Parse(fits)));
        Assert.Single(SchemaChecker.Violations(Parse(schema), Parse(doesNot)));
    }

    [Theory]
    [InlineData("""{"unknown":["a"]}""")]
    [InlineData("""{"$ref":"#/a"}""")]
    [InlineData("""{"type":"text"}""")]
    public void Throws_for_an_unknown_keyword(string schema) =>
        Assert.ThrowsAny<Exception>(() => SchemaChecker.Violations(Parse(schema), Parse("{}")));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
