namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>What Terraform and a provider would object to in the files of a folder.</summary>
internal sealed class TerraformCheck
{
    private const string ProviderName = "genesyscloud";
    private const string ProviderSource = "mypurecloud/genesyscloud";

    private readonly ProviderSchema _provider;
    private readonly IReadOnlyList<HclBlock> _blocks;
    private readonly BlockCheck _check;

    private TerraformCheck(ProviderSchema provider, IReadOnlyList<HclBlock> blocks)
    {
        (_provider, _blocks) = (provider, blocks);
        var variables = BlocksOf("variable").Where(block => block.Labels.Count == 1).DistinctBy(Address).ToDictionary(block => block.Labels[0], block => TerraformLanguage.TypeOf(block.Body));
        var resources = BlocksOf("resource").Where(block => block.Labels.Count == 2).Select(Address).ToHashSet();
        _check = new BlockCheck(new TerraformScope(provider, variables, resources));
    }

    public static IReadOnlyList<string> Problems(ProviderSchema provider, IEnumerable<string> files)
    {
        var bodies = files.Select(HclReader.Read).ToList();
        return
        [
            .. bodies.SelectMany(body => body.Arguments.Keys).Select(name => $"{name}: it is in no block"),
            .. new TerraformCheck(provider, [.. bodies.SelectMany(body => body.Blocks)]).Problems(),
        ];
    }

    private IEnumerable<string> Problems() =>
    [
        .. _blocks.SelectMany(Block),
        .. _blocks.Where(block => block.Labels.Count > 0).CountBy(Address).Where(same => same.Value > 1).Select(same => $"{same.Key}: there are {same.Value}"),
        .. BlocksOf("terraform").SelectMany(block => block.Body.BlocksOf("required_providers")).Any(RequiresTheProvider) ? [] : (string[])[$"{ProviderSource}: it is not required"],
    ];

    private IEnumerable<string> Block(HclBlock block) => (block.Type, block.Labels.Count) switch
    {
        ("terraform", 0) => _check.Problems(block.Type, block.Body, TerraformLanguage.Settings),
        ("variable", 1) => Variable(Address(block), block.Body),
        ("resource", 2) => Resource(Address(block), block.Labels[0], block.Body),
        ("removed", 0) => Removed(block.Body),
        _ => [$"{block.Type}: there is no such block"],
    };

    private IEnumerable<string> Variable(string address, HclBody body) => TerraformLanguage.TypeOf(body) is { } type
        ? _check.Problems(address, body, TerraformLanguage.Variable(type))
        : [$"{address}.type: there is no such type"];

    private IEnumerable<string> Resource(string address, string type, HclBody body)
    {
        if (_provider.ResourceSchemas.GetValueOrDefault(type)?.Block is not { } schema)
        {
            return [$"{address}: there is no such resource"];
        }

        var ignored = body.BlocksOf("lifecycle").SelectMany(IgnoredChanges);
        return
        [
            .. _check.Problems(address, body, TerraformLanguage.Resource(schema)),
            .. ignored.Where(name => !schema.Attributes.ContainsKey(name)).Select(name => $"{address}.lifecycle.ignore_changes: there is no '{name}'"),
        ];
    }

    private IEnumerable<string> Removed(HclBody body)
    {
        var address = body.Arguments.GetValueOrDefault("from")?.Text ?? "";
        return
        [
            .. _check.Problems("removed", body, TerraformLanguage.Removed),
            .. _provider.ResourceSchemas.ContainsKey(address.Split('.')[0]) ? [] : (string[])[$"removed.from: there is no such resource as '{address}'"],
            .. BlocksOf("resource").Any(block => Address(block) == address) ? (string[])[$"removed.from: '{address}' is still there"] : [],
        ];
    }

    private IEnumerable<HclBlock> BlocksOf(string type) => _blocks.Where(block => block.Type == type);

    private static IEnumerable<string> IgnoredChanges(HclBlock lifecycle) =>
        lifecycle.Body.Arguments.GetValueOrDefault("ignore_changes")?.Parts.Select(name => name.Text) ?? [];

    private static bool RequiresTheProvider(HclBlock block) =>
        block.Body.Arguments.GetValueOrDefault(ProviderName)?.Parts.Any(member => member is { Text: "source", Parts: [{ Text: ProviderSource }] }) == true;

    private static string Address(HclBlock block) => block.Type == "variable" ? $"var.{block.Labels[0]}" : string.Join('.', block.Labels);
}
