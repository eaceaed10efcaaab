using System.Text;
using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;
using GenesysLambdas.Testing.Lookups;

namespace GenesysLambdas.Tests.Lookups;

public sealed class LongOutputTests : LookupLongOutputTests
{
    [Fact]
    public async Task A_long_name_is_cut_and_the_log_names_the_output()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{"tier":"gold","name":"N"}}""".Replace("N", new string('n', 600_000), StringComparison.Ordinal)));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { customer_id = "1" });

        outputs.AssertSuccess();
        Assert.Equal((new string('n', 32_000), "gold"), (outputs.Text("customer_name"), outputs.Text("customer_tier")));
        Assert.Equal(["customer_name"], Assert.Single(function.LogLines).GetProperty("cutOutputs").EnumerateArray().Select(name => name.GetString()));
        Assert.DoesNotContain("nnn", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_no_cuts_if_there_are_none()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{"name":"N"}}""".Replace("N", new string('n', 32_000), StringComparison.Ordinal)));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        Assert.Equal(32_000, (await function.InvokeAsync(new { customer_id = "1" })).Text("customer_name")!.Length);
        Assert.DoesNotContain("cutOutputs", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_than_10000_invocations_as_many_are_listed_in_both_arrays()
    {
        var entities = string.Join(',', Enumerable.Range(0, 10_001).Select(i => $$"""{"id":{{i}}}"""));
        await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : $$"""{"entities":[{{entities}}]}"""));
        using var function = new TestFunction("list-invocations", api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = await function.InvokeAsync(ExampleInputs.Of("list-invocations"));

        outputs.AssertSuccess();
        Assert.True(outputs.Flag("truncated"));
        Assert.Equal(
            (10_000, 10_000, 10_000, 10_000),
            (outputs.GetProperty("total").GetInt32(), outputs.GetProperty("invocation_ids").GetArrayLength(), outputs.GetProperty("invocation_statuses").GetArrayLength(),
                JsonDocument.Parse(outputs.Text("invocations")!).RootElement.GetArrayLength()));
    }

    [Theory]
    [InlineData("\"x\",", true)]
    [InlineData("\"\\\\\\\\\\\\\\\\\",", false)]
    [InlineData("\"\u007F\u007F\u007F\u007F\",", false)]
    public async Task Data_is_passed_on_whole_or_not_at_all(string item, bool fits)
    {
        var data = $"[{string.Concat(Enumerable.Repeat(item, 300_000 / item.Length))}1]";
        await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : data));
        using var function = new TestFunction("invoke-data-action", api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = await function.InvokeAsync(ExampleInputs.Of("invoke-data-action"));

        Assert.Equal(fits ? data : "", outputs.Text("data"));
        Assert.Equal(fits ? "" : "The data action ran, but its reply is too large to pass on", outputs.Text("errorMessage"));
    }

    [Fact]
    public async Task A_report_on_a_payload_with_long_names_is_shortened()
    {
        // Each is given twice, which is a violation of its own.
        var names = Enumerable.Range(0, 100).Select(i => $"{new string('\u20AC', 1_200)}{i}").ToList();
        var payload = "{\"contact\":{" + string.Join(',', names.Concat(names).Select(name => $"\"{name}\":1")) + "}}";
        using var function = new TestFunction("invoke-data-action");

        var outputs = await function.InvokeAsync(new { data_action_id = "a", payload });

        Assert.Equal("VALIDATION_FAILED", outputs.Text("code"));
        var details = JsonDocument.Parse(outputs.Text("details")!).RootElement;
        Assert.InRange(details.GetArrayLength(), 2, 99);
        Assert.StartsWith("And ", details[details.GetArrayLength() - 1].Text("msg"), StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(outputs.GetRawText()), 1, MaxBytes - 1);
    }
}
