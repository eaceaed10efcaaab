using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class CustomerProfileTests
{
    private const string John = """{"data":{"name":"John Doe","tier":"gold","balance":150.00},"status":"active"}""";

    [Fact]
    public async Task A_profile_is_found()
    {
        await using var api = new ScriptedApi(Reply.Ok(John));
        using var function = new TestFunction("customer-profile", api.BaseUrl).Secret("the-token");

        var outputs = await function.InvokeAsync(new { customer_id = "C 1&x", locale = "de-AT" });

        outputs.AssertSuccess();
        AssertProfile(outputs, "John Doe", "gold", "150.00", "active");
        Assert.Equal("", outputs.Text("message"));
        Assert.Equal(("GET", "/v1/user-info?id=C%201%26x&locale=de-AT"), (api.Request.Method, api.Request.Target));
        Assert.Equal("Bearer the-token", api.Request["Authorization"]);
    }

    [Fact]
    public async Task The_locale_is_American_English_unless_given()
    {
        await using var api = new ScriptedApi(Reply.Ok(John));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        await function.InvokeAsync(new { customer_id = 17, locale = "  " });

        Assert.Equal("/v1/user-info?id=17&locale=en-US", api.Request.Target);
    }

    [Theory]
    [InlineData("""{"data":{},"status":null}""", "Unknown", "standard", "0", "unknown")]
    [InlineData("{}", "Unknown", "standard", "0", "unknown")]
    [InlineData("""{"data":null}""", "Unknown", "standard", "0", "unknown")]
    [InlineData("""{"status":null}""", "Unknown", "standard", "0", "unknown")]
    [InlineData("""{"data":null,"status":null}""", "Unknown", "standard", "0", "unknown")]
    [InlineData("""{"data":{}}""", "Unknown", "standard", "0", "unknown")]
    [InlineData("""{"status":"closed"}""", "Unknown", "standard", "0", "closed")]
    [InlineData("""{"status":"closed","error":null}""", "Unknown", "standard", "0", "closed")]
    [InlineData("""{"status":"closed","id":7}""", "Unknown", "standard", "0", "closed")]
    [InlineData("""{"data":{"name":"N"},"error":"no balance","status":1}""", "N", "standard", "0", "1")]
    [InlineData("""{"data":{"balance":"1234567890123456.78"}}""", "Unknown", "standard", "1234567890123456.78", "unknown")]
    [InlineData("""{"data":{"balance":null,"name":5}}""", "5", "standard", "0", "unknown")]
    [InlineData("""{"data":{"balance":-0.10}}""", "Unknown", "standard", "-0.10", "unknown")]
    public async Task Missing_parts_of_the_reply_have_defaults(string reply, string name, string tier, string balance, string status)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertSuccess();
        AssertProfile(outputs, name, tier, balance, status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"status":"active"}""")]
    [InlineData("""{"data":{"name":null,"tier":null,"balance":null},"status":"active"}""")]
    public async Task Defaults_are_never_cached(string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("customer-profile", api.BaseUrl).With("CUSTOMER_API_CACHE_SECONDS", "60");

        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();
        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();

        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task An_unknown_id_is_NotFound()
    {
        await using var api = new ScriptedApi(Reply.Status(404));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertFailure(404, "NotFound", "Customer not found");
        AssertEmpty(outputs, "Customer not found");
    }

    [Fact]
    public async Task A_missing_id_is_reported()
    {
        using var function = new TestFunction("customer-profile");

        var outputs = await function.InvokeAsync(new { locale = "en-US" });

        outputs.AssertFailure(400, "ValidationError", "Missing required input: customer_id");
        AssertEmpty(outputs, "Missing required input: customer_id");
    }

    [Fact]
    public async Task All_bad_inputs_are_reported_at_once()
    {
        using var function = new TestFunction("customer-profile");

        var outputs = await function.InvokeAsync(new { locale = "no language" });

        outputs.AssertFailure(400, "ValidationError", "Missing required input: customer_id; locale must be a language tag such as en-US");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task An_error_status_is_a_failure_to_connect(int status)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        Assert.False(outputs.Flag("success"));
        AssertEmpty(outputs, "Failed to connect to external system");
    }

    [Fact]
    public async Task A_dead_port_is_a_failure_to_connect()
    {
        using var function = new TestFunction("customer-profile");

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertFailure(502, "ExternalApiError", "Failed to connect to external system");
        AssertEmpty(outputs, "Failed to connect to external system");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>hello</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""[{"data":{"name":"N"}}]""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"status":null,"id":7}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"balance":"much"}}""")]
    [InlineData("""{"data":{"name":{}}}""")]
    public async Task A_reply_that_cannot_be_mapped_is_reported(string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertFailure(502, "ExternalApiError", "Failed to parse external API response");
        AssertEmpty(outputs, "Failed to parse external API response");
    }

    private static void AssertEmpty(JsonElement outputs, string message)
    {
        AssertProfile(outputs, "", "", "0", "");
        Assert.Equal(message, outputs.Text("message"));
    }

    private static void AssertProfile(JsonElement outputs, string name, string tier, string balance, string status) =>
        Assert.Equal(
            (name, tier, balance, status),
            (outputs.Text("customer_name"), outputs.Text("customer_tier"), outputs.GetProperty("customer_balance").GetRawText(), outputs.Text("account_status")));
}
