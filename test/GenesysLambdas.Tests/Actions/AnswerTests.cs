using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Actions;

namespace GenesysLambdas.Tests.Actions;

public sealed class AnswerTests : LookupAnswerTests
{
    public static TheoryData<string> Faults => [.. ActionFault.All.Keys.Except(["NotFound"])];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_leads_to_the_error_code_that_it_is_named_after(string fault)
    {
        var outputs = await ActionFault.All[fault].AnswerAsync("user-lookup", GenesysAction.Of("user-lookup"));

        Assert.Equal((false, fault), (outputs.Flag("success"), outputs.Text("errorCode")));
    }

    [Fact]
    public async Task Not_found_is_a_failure_only_in_a_lookup_without_a_flag_for_it()
    {
        var fault = ActionFault.All["NotFound"];

        (await fault.AnswerAsync("user-lookup", GenesysAction.Of("user-lookup"))).AssertSuccess();
        (await fault.AnswerAsync("customer-profile", GenesysAction.Of("customer-profile"))).AssertFailure(404, "NotFound", "Customer not found");
    }

    [Fact]
    public void A_reply_without_a_result_makes_the_action_fail() =>
        Assert.ThrowsAny<JsonException>(() => GenesysAction.Of("user-lookup").Outputs("""{"errorMessage":"It crashed."}"""));
}
