using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Actions;

namespace GenesysLambdas.Tests.Actions;

public sealed class ActionRuleTests : LookupActionRuleTests
{
    private static readonly string Sound = File.ReadAllText(Repository.Path("genesys", "actions", "user-lookup.json"));

    [Theory]
    [InlineData("\"secure\": false", "\"secure\": false, \"id\": \"x\"", "the file's members are")]
    [InlineData("\"actionType\": \"custom\",", "", "the file's members are")]
    [InlineData("\"headers\": {},", "\"headers\": {}, \"timeoutSeconds\": 15,", "request's members are")]
    [InlineData("\"translationMapDefaults\": {}", "\"translationMapDefaults\": {\"result\": \"UNKNOWN\"}", "the default of result is no JSON")]
    [InlineData("\"translationMapDefaults\": {}", "\"translationMapDefaults\": {\"other\": \"0\"}", "the default of other is of nothing")]
    [InlineData("\"successTemplate\": \"${result}\"", "\"successTemplate\": \"${reslt}\"", "the success template uses reslt")]
    [InlineData("\"user_id\": {", "\"orgId\": {", "input orgId is a reserved name")]
    [InlineData("\"user_id\": {", "\"rawRequest\": {", "input rawRequest is a reserved name")]
    [InlineData("\"user_id\": {", "\"1st\": {", "input 1st is no legal name")]
    [InlineData("\"user_id\": {", "\"user.id\": {", "input user.id is no legal name")]
    [InlineData("\"user_id\": {", "\"userId\": {", "input user_id is required and not there")]
    [InlineData("[\n          \"user_id\"\n        ]", "[]", "input schema requires an empty list")]
    [InlineData("\"user_id\": {\n            \"type\": \"string\"", "\"user_id\": {\n            \"type\": \"object\"", "input user_id is of type object")]
    [InlineData("\"user_id\": {\n            \"type\": \"string\"", "\"user_id\": {\n            \"type\": \"array\"", "input user_id is of type array")]
    [InlineData("\"user_id\": {", "\"user_id\": {\n            \"$ref\": \"#/x\",", "input user_id has the keyword $ref")]
    [InlineData("\"user_id\": {", "\"user_id\": {\n            \"maxLength\": 64,", "input user_id has the keyword maxLength")]
    [InlineData("\"displayName\": {\n            \"type\": \"string\"", "\"displayName\": {\n            \"type\": \"object\"", "output displayName is of type object")]
    [InlineData("\"displayName\": {\n            \"type\": \"string\"", "\"displayName\": {\n            \"items\": {\"type\": \"array\"}, \"type\": \"array\"", "the elements of output displayName are of type array")]
    public void A_file_that_breaks_a_rule_is_noticed(string text, string edited, string expected)
    {
        Assert.Contains(text, Sound, StringComparison.Ordinal);

        var violations = ActionRules.Violations(GenesysAction.Parse(Sound.Replace(text, edited, StringComparison.Ordinal)));

        Assert.Contains(violations, violation => violation.StartsWith(expected, StringComparison.Ordinal));
    }
}
