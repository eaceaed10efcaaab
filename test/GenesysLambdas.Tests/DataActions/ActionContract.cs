using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>A data action with an input contract, and the function that checks payloads against it.</summary>
internal static class ActionContract
{
    /// <summary>What Genesys Cloud answers when it is asked for the action (getIntegrationsAction with expand=contract).</summary>
    public static Reply Reply(string schema, int status = 200) => Testing.Reply.Status(
        status,
        $$$"""{"id":"the-action","name":"The action","integrationId":"i","category":"c","contract":{"input":{"inputSchema":{{{schema}}} },"output":{"successSchema":{"type":"object"}} },"version":1,"secure":false}""");

    /// <summary>Genesys Cloud with an action of that contract, which answers <c>{"done":true}</c>.</summary>
    public static GenesysApi Api(string schema) => new(request => request.Method == "GET" ? Reply(schema) : Testing.Reply.Ok("""{"done":true}"""));

    public static TestFunction Function(GenesysApi api, TimeProvider? time = null) => api.Function("invoke-data-action", time).With("INVOKE_PAYLOAD_RULES", "contract");

    public static Task<JsonElement> InvokeAsync(TestFunction function, string payload, string id = "the-action") =>
        function.InvokeAsync(new { data_action_id = id, payload });

    /// <summary>What is wrong with a payload by a contract.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(string schema, string payload)
    {
        await using var api = Api(schema);
        using var function = Function(api);
        var outputs = await InvokeAsync(function, payload);
        Assert.Contains(outputs.Text("errorCode"), new[] { "", "ValidationError" });
        return outputs.Flag("success") ? [] : [.. JsonElement.Parse(outputs.Text("details")!).EnumerateArray().Select(violation => violation.GetRawText())];
    }
}
