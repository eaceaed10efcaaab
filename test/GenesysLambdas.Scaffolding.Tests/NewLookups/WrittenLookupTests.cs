using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.SecretsManager;
using FsCheck;
using FsCheck.Fluent;
using GenesysLambdas.Cli;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Scaffolding.NewLookups.Files;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;
using Microsoft.CodeAnalysis.CSharp;
using Moq;

namespace GenesysLambdas.Scaffolding.Tests.NewLookups;

/// <summary>What <c>new</c> writes compiles without a warning, has the contract that <c>generate</c> was told, and does what it says.</summary>
public sealed class WrittenLookupTests
{
    private static readonly (string Path, string? Body, string Sample, string[] Picks)[] Cases =
    [
        ("/orders/{id}", null, """{"id":"A1","total":149.90,"count":3,"paid":true,"note":null}""", []),
        ("/v1/orders/{order_id:integer}?items={include_items:boolean?}&page={page:integer}&sort=date", null, """{"order_id":7,"customer":{"first_name":"Ada","address":{"geo":{"lat":1.5}}}}""", []),
        ("/a?x={x?}&y={y:number?}", null, """{"data":{"name":"n","tags":["a","b",3,true,null],"items":[{"a":1}],"none":[]}}""", []),
        ("/search", """{"q":"{q}","page":1,"rate":1.50,"deep":{"limit":"{limit:integer?}","on":true},"sort":[{"by":"a"},{"by":"b"}],"ids":[],"nothing":null}""",
            """{"matches":[{"name":"n","score":0.5},{"name":"m"}]}""", ["first=$.matches[0].name", "$.matches[0].score", "second=$.matches[1].name", "$.matches"]),
        ("/search/{kind}?v=2", """{"e-mail":"{e-mail}","$filter":{"Größe":"{size:number}"}}""", """{"Größe":1,"2nd":"x","@type":"T","$id":"9","a-b":"c","class":"k","日本":"j","":"empty"}""", []),
        ("/x/{Equals}/{read}/{Contract}", null, """{"Equals":"e","ToString":"t","success":true,"statusCode":1,"errorCode":"c","error_message":"m","found":"f","Contract":1,"GetHashCode":2}""", []),
        ("/x/{id}", null, """{"name":"a","Name":"b","NAME":"c","na_me":"d","xReply":{"x_reply":{"x":1}}}""", []),
        ("/x/{id}", null, """{"text":"quote \" back \\ brace { } line \n tab \t null \u0000 \u2028 \u202E \uD83D\uDE00","big":123456789012345678901234567890,"huge":1e400,"e":1e3,"neg":-0.10}""", []),
        ("/x/{id}", null, """{"customer":{"customer":{"customer_part":{"id":1},"Part":2}},"customerPart":3}""", []),
        ("/x/{id}", null, """{"m":[[1,2],[3]],"l":[1,2.50]}""", ["$.m[1][0]", "$.m", "sum=$.l[1]"]),
        ("/x/{id}", null, """{"tags":["a","b"],"items":[{"sku":"X"},{"sku":"Y","n":2}]}""", ["first=$.tags[0]", "$.tags", "$.items", "$.items[1].n", "$.items[0].sku"]),
        ("/x/{id}", null, """{"url":"https://example.com/?a=1&b={c}","html":"<b>'x'</b>","spaces":"  a  "}""", ["a-b=$.url", "$.html", "$.spaces"]),
    ];

    [Fact]
    public async Task Lookups_for_all_kinds_of_requests_and_replies_pass_their_examples()
    {
        NewLookup[] lookups = [.. Cases.Select((one, i) => Create($"case-{(char)('a' + i)}", one.Path, one.Body, one.Sample, one.Picks))];

        await AssertWorkAsync(lookups);
    }

    [Fact]
    public async Task Lookups_for_random_replies_pass_their_examples()
    {
        var samples = SampleObjects().Sample(7, 20).ToArray();
        NewLookup[] lookups = [.. samples.Select((sample, i) => Create($"random-{(char)('a' + (i / 10))}{(char)('a' + (i % 10))}", "/x/{id}", null, sample, []))];

        await AssertWorkAsync(lookups);
    }

    [Fact]
    public async Task An_error_object_with_status_200_is_an_error()
    {
        (string Sample, string[] Indistinguishable)[] cases =
        [
            ("""{"order_id":"A-1001","status":"shipped","total":149.90}""", []),
            ("""{"status":"shipped","order_id":"A-1001"}""", []),
            ("""{"success":true,"message":"","data":{"id":1,"name":"n"}}""", []),
            ("""{"requestId":"r","errors":[],"result":{"status":"open","code":"C"}}""", []),
            ("""{"code":"C","title":"t","status":"open"}""", []),
            // Nothing but its values tells it from a customer's error object.
            ("""{"status":"shipped","message":"on its way"}""", ["\"status\":\"error\"", "\"status\":\"fail\"", "\"status\":false"]),
        ];
        NewLookup[] lookups = [.. cases.Select((one, i) => Create($"case-{(char)('a' + i)}", "/x/{id}", null, one.Sample, []))];
        var assembly = WrittenSuite.Compile(lookups);

        foreach (var (lookup, (_, indistinguishable)) in lookups.Zip(cases))
        {
            foreach (var error in LookupErrorObjectTests.Errors.Where(error => !Array.Exists(indistinguishable, error.Contains)))
            {
                var type = assembly.GetType($"GenesysLambdas.Lookups.{lookup.Class}")!;
                var answer = JsonNode.Parse(await InvokeAsync(type, lookup, """{"inputs":{"id":"1"}}""", Reply.Ok(error)))!;
                Assert.True("ExternalApiError" == answer["result"]!["errorCode"]!.ToString(), $"{lookup.Sample} answers {error} with {answer}");
            }
        }
    }

    [Fact]
    public async Task Write_actions_pass_their_examples_and_accept_an_empty_reply()
    {
        NewLookup[] lookups = [.. Cases.Where(one => one.Body is not null).Select((one, i) => Create($"write-{(char)('a' + i)}", one.Path, one.Body, one.Sample, one.Picks, writes: true))];

        await AssertWorkAsync(lookups);
        foreach (var lookup in lookups)
        {
            Assert.DoesNotContain(Examples.Of(lookup), example => example.Name == "not-found");
            var request = Examples.Of(lookup).Single(example => example.Name == "found").Request;
            var type = WrittenSuite.Compile([lookup]).GetType($"GenesysLambdas.Lookups.{lookup.Class}")!;
            var outputs = JsonNode.Parse(await InvokeAsync(type, lookup, request, Reply.Status(204)))!["result"]!;
            Assert.Equal((true, true), ((bool)outputs["done"]!, (bool)outputs["success"]!));
        }
    }

    private static NewLookup Create(string name, string path, string? body, string sample, string[] picks, bool writes = false) => new(
        new(ThisSuite.Projects.FilesOf(name), path, Json(sample))
        {
            Body = body is null ? null : Json(body),
            Picks = [.. picks.Select(OutputPick.Parse)],
            Writes = writes,
        },
        NewApi.Of("CASE_API", "", null));

    private static async Task AssertWorkAsync(NewLookup[] lookups)
    {
        var assembly = WrittenSuite.Compile(lookups);
        foreach (var lookup in lookups)
        {
            var type = assembly.GetType($"GenesysLambdas.Lookups.{lookup.Class}")!;
            Assert.Equal(Shown(lookup.Contract), Shown((LookupContract)type.GetProperty("Contract", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!));
            Assert.Empty(CSharpSyntaxTree.ParseText(TestsCode.Write(lookup)).GetDiagnostics());

            foreach (var (name, request, answer) in Examples.Of(lookup))
            {
                Assert.Equal(Normal(answer), Normal(await InvokeAsync(type, lookup, request, name == "not-found" ? Reply.Status(404) : Reply.Ok(lookup.Sample.GetRawText()))));
            }
        }
    }

    private static async Task<string> InvokeAsync(Type type, NewLookup lookup, string request, Reply reply)
    {
        await using var api = new ScriptedApi(reply);
        var settings = new Dictionary<string, string?> { ["CASE_API_BASE_URL"] = api.BaseUrl };
        var host = new LookupHost(new SettingsReader(settings.GetValueOrDefault), _ => Mock.Of<IAmazonSecretsManager>(), TimeProvider.System, Stream.Null);
        var serializer = new LookupSerializer();
        var answer = await (Task<Answer>)type.GetMethod(lookup.Method)!.Invoke(
            Activator.CreateInstance(type, host), [serializer.Deserialize<LookupRequest>(new MemoryStream(Encoding.UTF8.GetBytes(request))), new TestLambdaContext()])!;
        using var written = new MemoryStream();
        serializer.Serialize(answer, written);
        if (api.Requests.Count > 0)
        {
            var inputs = JsonNode.Parse(request)!["inputs"]!;
            Assert.Equal(lookup.Path.Target(input => inputs[input.Name]?.ToString()), api.Request.Target);
            if (lookup.Body is { } body)
            {
                Assert.Equal(Examples.Compact(body.Sent(input => inputs[input.Name]?.DeepClone())), api.Request.Json());
            }
        }

        return Encoding.UTF8.GetString(written.ToArray());
    }

    /// <summary>Objects of up to three levels, with names of every kind.</summary>
    private static Gen<string> SampleObjects()
    {
        var name = Gen.Elements("id", "name", "Name", "order_id", "orderId", "ORDER_ID", "order-id", "order id", "é", "1", "2nd", "", "_", "$ref", "@id", "class", "data", "result", "success", "found", "items", "IDs", "URLPath", "a.b", "a'b", "a\"b", "Equals", "日本");
        var scalar = Gen.OneOf(
            Gen.Elements("null", "true", "false", "\"\"", "\"text\"", "\"5\"", "\"\\u00e9\\n\"", "0", "1", "-7", "1.0", "-0.50", "1e2", "9223372036854775807", "9223372036854775808", "1e999"),
            Gen.Choose(-1000, 1000).Select(number => $"{number}"));
        return Object(3);

        Gen<string> Value(int depth) => depth == 0
            ? scalar
            : Gen.OneOf(scalar, scalar, Object(depth - 1), Gen.ListOf(scalar).Select(items => $"[{string.Join(",", items.Take(3))}]"), Gen.ListOf(Object(depth - 1)).Select(items => $"[{string.Join(",", items.Take(2))}]"));

        Gen<string> Object(int depth) =>
            from names in Gen.NonEmptyListOf(name)
            from values in Gen.ArrayOf(Value(depth), names.Count)
            let members = names.Zip(values).DistinctBy(member => member.First).Append((First: "always", Second: "\"there\""))
            select $"{{{string.Join(",", members.Select(member => $"{JsonSerializer.Serialize(member.First)}:{member.Second}"))}}}";
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static string Shown(LookupContract contract) => JsonSerializer.Serialize(contract with { Inputs = [], Outputs = [] })
        + string.Join("\n", contract.Inputs.Select(input => input.ToString())) + string.Join("\n", contract.Outputs.Select(output => output.ToString()));
}
