using System.Text.Json;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Actions;

/// <summary>Real answers of every lookup, taken through its action as Genesys Cloud does, fit the contract that flows are bound to.</summary>
public sealed class AnswerTests
{
    /// <summary>Lookup and name of each saved request that an action can send; none speaks the dialect of web services, or HTTP.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> SavedAnswers =>
        SavedRequests.All.Where(row => Saved(row.Data.Item1, row.Data.Item2) is var request
            && !request.TryGetProperty("data", out _) && !request.TryGetProperty("requestContext", out _));

    public static TheoryData<string, string> LookupsAndFaults => LookupUnderTest.NamesAnd(_ => Fault.All.Keys);

    public static TheoryData<string> Faults => [.. Fault.All.Keys.Except(["NotFound"])];

    /// <summary>Found, not found and refused; they are tested to be what the real executable answers.</summary>
    [Theory]
    [MemberData(nameof(SavedAnswers))]
    public void A_saved_answer_fits_the_contract_by_the_action_of_its_dialect(string lookup, string name)
    {
        var request = Saved(lookup, name);
        var isCanonical = request.TryGetProperty("inputs", out var inputs);
        var action = isCanonical ? GenesysAction.Of(lookup) : GenesysAction.WithDefaultTemplates(lookup);

        var sent = action.Event((isCanonical ? inputs : request).GetRawText());
        var outputs = action.Outputs(SavedRequests.ExpectedAnswer(lookup, name));

        Assert.Equal(isCanonical, JsonDocument.Parse(sent).RootElement.TryGetProperty("inputs", out _));
        AssertFits(action, outputs);
    }

    [Theory]
    [MemberData(nameof(LookupsAndFaults))]
    public async Task The_answer_to_a_fault_fits_the_contract_by_either_action(string lookup, string fault)
    {
        foreach (var action in new[] { GenesysAction.Of(lookup), GenesysAction.WithDefaultTemplates(lookup) })
        {
            AssertFits(action, await Fault.All[fault].AnswerAsync(lookup, action));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_leads_to_the_error_code_that_it_is_named_after(string fault)
    {
        var outputs = await Fault.All[fault].AnswerAsync("user-lookup", GenesysAction.Of("user-lookup"));

        Assert.Equal((false, fault), (outputs.Flag("success"), outputs.Text("errorCode")));
    }

    [Fact]
    public async Task Not_found_is_a_failure_only_in_a_lookup_without_a_flag_for_it()
    {
        var fault = Fault.All["NotFound"];

        (await fault.AnswerAsync("user-lookup", GenesysAction.Of("user-lookup"))).AssertSuccess();
        (await fault.AnswerAsync("customer-profile", GenesysAction.Of("customer-profile"))).AssertFailure(404, "NotFound", "Customer not found");
    }

    [Fact]
    public void Every_error_code_has_a_fault() =>
        Assert.Equal(Enum.GetNames<GenesysLambdas.Answers.ErrorCode>().Order(StringComparer.Ordinal), Fault.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LookupUnderTest.Names), MemberType = typeof(LookupUnderTest))]
    public void Inputs_that_the_lookup_takes_fit_the_input_contract(string lookup)
    {
        var inputs = JsonSerializer.SerializeToElement(ExampleInputs.Of(lookup));

        Assert.Empty(SchemaChecker.Violations(GenesysAction.Of(lookup).InputSchema, inputs));
    }

    [Fact]
    public void A_reply_without_a_result_makes_the_action_fail_instead_of_answering_nothing() =>
        Assert.ThrowsAny<JsonException>(() => GenesysAction.Of("user-lookup").Outputs("""{"errorMessage":"It crashed."}"""));

    private static JsonElement Saved(string lookup, string name) => JsonDocument.Parse(SavedRequests.Read(lookup, name)).RootElement;

    /// <summary>Every output and no other, each of its type.</summary>
    private static void AssertFits(GenesysAction action, JsonElement outputs)
    {
        Assert.Empty(SchemaChecker.Violations(action.SuccessSchema, outputs));
        Assert.Equal(
            action.SuccessSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name),
            outputs.EnumerateObject().Select(output => output.Name));
    }
}
