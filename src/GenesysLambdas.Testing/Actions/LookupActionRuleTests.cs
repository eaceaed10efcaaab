namespace GenesysLambdas.Testing.Actions;

/// <summary>Checks Genesys Cloud's rules for actions on every exported file.</summary>
public abstract class LookupActionRuleTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Path("genesys", "actions"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void An_exported_file_follows_the_rules(string file) =>
        Assert.Empty(ActionRules.Violations(Committed(file)));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void An_action_with_default_templates_follows_the_rules(string lookup) =>
        Assert.Empty(ActionRules.Violations(GenesysAction.WithDefaultTemplates(lookup)));

    [Fact]
    public void No_two_actions_share_a_name()
    {
        var names = Files.Select(file => Committed(file.Data).File.GetProperty("name").GetString()).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_contract_has_the_lookups_inputs_and_outputs(string lookup)
    {
        var (contract, action) = (LookupUnderTest.Named(lookup).Contract, GenesysAction.Of(lookup));

        Assert.Equal(contract.Inputs.Select(input => input.Name), Names(action.InputSchema));
        Assert.Equal(contract.Outputs.Select(output => output.Name), Names(action.SuccessSchema));
    }

    private static GenesysAction Committed(string file) => GenesysAction.Parse(File.ReadAllText(Repository.Path("genesys", "actions", file)));

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
