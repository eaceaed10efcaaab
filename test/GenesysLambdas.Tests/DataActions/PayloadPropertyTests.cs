using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hostile;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>What holds for any payload.</summary>
public sealed class PayloadPropertyTests(ITestOutputHelper output)
{
    private static readonly string[] Codes = ["", "ValidationError"];

    [Fact]
    public async Task No_payload_makes_the_function_fail_rather_than_answer()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        await ForAllAsync(PayloadGenerators.Any, (payload, asText) =>
        {
            var sent = api.Requests.Count;
            var outputs = Invoke(function, payload, asText);
            var isValid = outputs.Flag("success");

            Assert.Contains(outputs.Text("errorCode"), Codes);
            Assert.Equal(isValid ? sent + 1 : sent, api.Requests.Count);
            Assert.Equal(isValid, outputs.Text("details")!.Length == 0);
            Assert.All(isValid ? [] : JsonElement.Parse(outputs.Text("details")!).EnumerateArray(), AssertViolation);
        });
    }

    [Fact]
    public async Task Sends_a_valid_payload_with_equal_content()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        await ForAllAsync(PayloadGenerators.Valid, (payload, asText) =>
        {
            var outputs = Invoke(function, payload, asText);

            outputs.AssertSuccess();
            AssertEqualButForTags(JsonElement.Parse(payload), JsonElement.Parse(api.Requests[^1].Body));
        });
    }

    private static JsonElement Invoke(TestFunction function, string payload, bool asText) =>
        Task.Run(() => function.SendAsync(Payloads.Request(payload, asText))).GetAwaiter().GetResult().GetProperty("result");

    private static void AssertViolation(JsonElement violation)
    {
        Assert.Equal(["loc", "type", "msg"], violation.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Array, violation.GetProperty("loc").ValueKind);
        Assert.NotEmpty(violation.Text("type")!);
        Assert.NotEmpty(violation.Text("msg")!);
    }

    private static void AssertEqualButForTags(JsonElement given, JsonElement sent)
    {
        Assert.Equal(given.EnumerateObject().Select(member => member.Name), sent.EnumerateObject().Select(member => member.Name));
        foreach (var member in given.EnumerateObject())
        {
            var found = sent.GetProperty(member.Name);
            if (member.Name == "tags")
            {
                Assert.Equal(member.Value.EnumerateArray().Select(tag => tag.GetString()).Distinct(StringComparer.Ordinal), found.EnumerateArray().Select(tag => tag.GetString()));
            }
            else
            {
                Assert.Equal(member.Value.GetRawText(), found.GetRawText());
            }
        }
    }

    private Task ForAllAsync(Gen<string> payloads, Action<string, bool> holds) =>
        output.ForAllAsync(cases: 500, payloads.Zip(Gen.Elements(true, false)), pair => holds(pair.Item1, pair.Item2));
}
