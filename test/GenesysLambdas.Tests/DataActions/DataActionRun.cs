using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>Running a data action with a valid payload, and its outputs.</summary>
internal static class DataActionRun
{
    public static async Task<JsonElement> InvokeAsync(TestFunction function, int seconds = 10, string id = "the-action") =>
        await function.InvokeAsync(
            new { data_action_id = id, payload = Payloads.Valid },
            new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(seconds) });

    public static void AssertOutputs(
        JsonElement outputs, string status, string code = "", string message = "", string details = "", string data = "", string invocationId = "", string requestId = "") =>
        Assert.Equal(
            (status, code, message, details, data, invocationId, requestId),
            (outputs.Text("status"), outputs.Text("code"), outputs.Text("message"), outputs.Text("details"), outputs.Text("data"),
                outputs.Text("invocation_id"), outputs.Text("request_id")));
}
