using System.Text;
using System.Text.Json.Serialization;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;
using GenesysLambdas.Tooling;
using GenesysLambdas.Tooling.Logs;

namespace GenesysLambdas.Core.Tests.ExternalApis;

public sealed partial class ReplyPathTests
{
    [Theory]
    [InlineData("user-lookup", """{"id":1,"company":{"name":["Jane Doe"]}}""", "$.company.name")]
    [InlineData("user-lookup", """{"id":1,"company":"Jane Doe"}""", "$.company")]
    [InlineData("user-lookup", "[]", "$")]
    [InlineData("user-lookup", """{"name":"\ud800"}""", "$.name")]
    [InlineData("customer-profile", """{"data":{"balance":"Jane Doe"}}""", "$.data.balance")]
    [InlineData("contact-by-phone", """{"contacts":[{"id":"1"},{"externalOrganization":[]}]}""", "$.contacts[1].externalOrganization")]
    [InlineData("list-invocations", """{"entities":[{"id":"1"},{"status":{"Jane":"Doe"}}]}""", "$.entities[1].status")]
    [InlineData("list-invocations", """{"entities":[{"id":"1"},null]}""", "$.entities[1]")]
    [InlineData("list-invocations", """{"entities":[],"nextPage":{}}""", "$.nextPage")]
    [InlineData("user-lookup", "null", null)]
    [InlineData("user-lookup", """{"name":"Jane """, null)]
    [InlineData("user-lookup", """{"error":"Jane Doe"}""", null)]
    public async Task A_value_of_the_wrong_type_is_logged_by_its_path(string lookup, string reply, string? path)
    {
        await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : reply));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = await function.InvokeAsync(ExampleInputs.Of(lookup));

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
        var line = Assert.Single(function.LogLines);
        Assert.Equal(path, line.TryGetProperty("replyPath", out var logged) ? logged.GetString() : null);
        Assert.DoesNotContain("Jane", function.Log + outputs.GetRawText(), StringComparison.Ordinal);
        var shown = LogLine.Readable(LookupRegistry.Contracts, function.Log.TrimEnd());
        Assert.Equal(path is not null, shown.Contains($"unusable reply at {path} ({function.Api})", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"result":[{"assigned_to":[]}]}""", "$.result[0].assigned_to")]
    [InlineData("""{"result":[{},{"odd name.x":[]}]}""", "$.result[1]['odd name.x']")]
    [InlineData("""{"result":[{"it's":[]}]}""", "$.result[0]['it's']")]
    [InlineData("""{"result":[{"sys":{"sys":{"sys_id":[]}}}]}""", "$.result[0].sys.sys.sys_id")]
    [InlineData("""{"result":[{"matrix":[[1],[2,{}]]}]}""", "$.result[0].matrix[1][1]")]
    [InlineData("""{"result":[{"tags":["a",[]]}]}""", "$.result[0].tags[1]")]
    [InlineData("""{"result":[{"open":"Y"}]}""", "$.result[0].open")]
    [InlineData("""{"result":{}}""", "$.result")]
    public void Every_step_to_the_value_is_in_the_path(string json, string path) => Assert.Equal(path, PathOf(json));

    [Theory]
    [InlineData("""{"custom":{"Jane Doe":[]}}""", "$.custom[*]")]
    [InlineData("""{"custom":{"Jane.Doe":{"a":1}}}""", "$.custom[*]")]
    [InlineData("""{"byId":{"Jane":{"sys_id":[]}}}""", "$.byId[*]")]
    public void Keys_of_a_dictionary_are_not_in_the_path(string json, string path) => Assert.Equal(path, PathOf(json));

    private static string? PathOf(string json) =>
        Assert.Throws<LookupException>(() => ReplyJson.Read(Encoding.UTF8.GetBytes(json), PlacesJson.Default.Answer)).Failure.ReplyPath;

    internal sealed record Answer(
        IReadOnlyList<Incident>? Result,
        Dictionary<string, string>? Custom,
        Dictionary<string, System>? ById);

    internal sealed record Incident(
        [property: JsonPropertyName("assigned_to")] string? AssignedTo,
        [property: JsonPropertyName("odd name.x")] string? Odd,
        [property: JsonPropertyName("it's")] string? Its,
        System? Sys,
        IReadOnlyList<IReadOnlyList<long>>? Matrix,
        IReadOnlyList<string>? Tags,
        bool? Open);

    internal sealed record System(System? Sys, [property: JsonPropertyName("sys_id")] string? SysId);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
    [JsonSerializable(typeof(Answer))]
    internal sealed partial class PlacesJson : JsonSerializerContext;
}
