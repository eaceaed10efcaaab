using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Secrets;

public sealed class RotationTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_rotated_token_heals_within_the_same_call(int status)
    {
        await using var api = new ScriptedApi(request => request["Authorization"] == "Bearer new" ? Reply.Ok("""{"data":{"name":"N"}}""") : Reply.Status(status));
        using var function = new TestFunction("customer-profile", api.BaseUrl).Secret("old", "new");

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertSuccess();
        Assert.Equal("N", outputs.Text("customer_name"));
        Assert.Equal(["Bearer old", "Bearer new"], api.Requests.Select(request => request["Authorization"]));
    }

    [Fact]
    public async Task A_second_refusal_is_ExternalApiUnauthorized_without_more_requests()
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl).Secret("old", "older");

        var outputs = await function.InvokeAsync(new { customer_id = "1" });
        await function.InvokeAsync(new { customer_id = "1" });
        await function.InvokeAsync(new { customer_id = "1" });

        Assert.Equal(("ExternalApiUnauthorized", 502), (outputs.Text("errorCode"), outputs.GetProperty("statusCode").GetInt32()));
        Assert.Equal(2, function.SecretsManager.Invocations.Count);
        Assert.Equal(4, api.Requests.Count);
    }

    [Fact]
    public async Task Does_not_retry_a_refusal_without_a_configured_secret()
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        Assert.Equal("ExternalApiUnauthorized", outputs.Text("errorCode"));
        Assert.Single(api.Requests);
    }
}
