namespace GenesysLambdas.Testing.Actions;

/// <summary>Real answers of every lookup, processed by its action as in Genesys Cloud, match the contract that flows are bound to.</summary>
public abstract class LookupAnswerTests
{
    /// <summary>Lookup and name of each saved request that an action can send: not those for web services or HTTP.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> SavedAnswers =>
        SavedRequestFiles.All.Where(row => Saved(row.Data.Item1, row.Data.Item2) is var request
            && !request.TryGetProperty("data", out _) && !request.TryGetProperty("requestContext", out _));

    public static TheoryData<string, string> LookupsAndFaults => LookupUnderTest.NamesAnd(_ => ActionFault.All.Keys);

    /// <summary>For found, not found and refused. Another test checks that the real executable gives these answers.</summary>
    [Theory]
    [MemberData(nameof(SavedAnswers))]
    public void A_saved_answer_matches_the_contract(string lookup, string name)
    {
        var request = Saved(lookup, name);
        var isCanonical = request.TryGetProperty("inputs", out var inputs);
        var action = isCanonical ? GenesysAction.Of(lookup) : GenesysAction.WithDefaultTemplates(lookup);

        var sent = action.Event((isCanonical ? inputs : request).GetRawText());
        var outputs = action.Outputs(SavedRequestFiles.ExpectedAnswer(lookup, name));

        Assert.Equal(isCanonical, JsonDocument.Parse(sent).RootElement.TryGetProperty("inputs", out _));
        AssertFits(action, outputs);
    }

    [Theory]
    [MemberData(nameof(LookupsAndFaults))]
    public async Task The_answer_to_a_fault_matches_the_contract(string lookup, string fault)
    {
        foreach (var action in new[] { GenesysAction.Of(lookup), GenesysAction.WithDefaultTemplates(lookup) })
        {
            AssertFits(action, await ActionFault.All[fault].AnswerAsync(lookup, action));
        }
    }

    [Fact]
    public void Every_error_code_has_a_fault() =>
        Assert.Equal(Enum.GetNames<GenesysLambdas.Core.Answers.ErrorCode>().Order(StringComparer.Ordinal), ActionFault.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LookupUnderTest.Names), MemberType = typeof(LookupUnderTest))]
    public void The_example_inputs_match_the_input_contract(string lookup)
    {
        var inputs = JsonSerializer.SerializeToElement(ExampleInputs.Of(lookup));

        Assert.Empty(SchemaChecker.Violations(GenesysAction.Of(lookup).InputSchema, inputs));
    }

    private static JsonElement Saved(string lookup, string name) => JsonDocument.Parse(SavedRequestFiles.Read(lookup, name)).RootElement;

    /// <summary>Every output and no others, each with its type.</summary>
    private static void AssertFits(GenesysAction action, JsonElement outputs)
    {
        Assert.Empty(SchemaChecker.Violations(action.SuccessSchema, outputs));
        Assert.Equal(
            action.SuccessSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name),
            outputs.EnumerateObject().Select(output => output.Name));
    }
}
