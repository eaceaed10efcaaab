using System.Text.Json;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Actions;

/// <summary>What Genesys Cloud demands of an action, checked on every exported file and on files that are wrong.</summary>
public sealed class ActionRuleTests
{
    private static readonly string Sound = File.ReadAllText(Repository.Path("genesys", "actions", "user-lookup.json"));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Path("genesys", "actions"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void An_exported_file_keeps_the_rules(string file) =>
        Assert.Empty(ActionRules.Violations(Committed(file)));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void An_action_with_default_templates_keeps_the_rules(string lookup) => Assert.Empty(ActionRules.Violations(GenesysAction.WithDefaultTemplates(lookup)));

    [Fact]
    public void No_two_actions_share_a_name()
    {
        var names = Files.Select(file => Committed(file.Data).File.GetProperty("name").GetString()).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

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

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_contract_has_the_inputs_that_the_lookup_reads_and_the_outputs_that_it_writes(string lookup)
    {
        var (contract, action) = (LookupUnderTest.Named(lookup).Contract, GenesysAction.Of(lookup));

        Assert.Equal(contract.Inputs.Select(input => input.Name), Names(action.InputSchema));
        Assert.Equal(contract.Outputs.Select(output => output.Name), Names(action.SuccessSchema));
    }

    private static GenesysAction Committed(string file) => GenesysAction.Parse(File.ReadAllText(Repository.Path("genesys", "actions", file)));

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
