namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>What Terraform and a provider would object to in the files of a folder.</summary>
internal sealed class TerraformCheck
{
    private const string ProviderName = "genesyscloud";
    private const string ProviderSource = "mypurecloud/genesyscloud";

    private readonly ProviderSchema _provider;
    private readonly IReadOnlyList<HclBlock> _blocks;
    private readonly TerraformCheck? _module;
    private readonly IReadOnlyDictionary<string, string?> _variables;
    private readonly HashSet<string> _resources;
    private readonly TerraformScope _scope;
    private readonly BlockCheck _check;

    private TerraformCheck(ProviderSchema provider, IReadOnlyList<HclBlock> blocks, TerraformCheck? module)
    {
        (_provider, _blocks, _module) = (provider, blocks, module);
        _variables = BlocksOf("variable").Where(block => block.Labels.Count == 1).DistinctBy(Address)
            .ToDictionary(block => block.Labels[0], block => TerraformLanguage.TypeOf(block.Body));
        _resources = BlocksOf("resource").Where(block => block.Labels.Count == 2).Select(Address).ToHashSet();
        _scope = new TerraformScope(provider, _variables, _resources, BlocksOf("locals").SelectMany(block => block.Body.Arguments).ToDictionary());
        _check = new BlockCheck(_scope);
    }

    /// <param name="files">The files of the folder.</param>
    /// <param name="module">The file of the module that they call.</param>
    public static IReadOnlyList<string> Problems(ProviderSchema provider, IEnumerable<string> files, string module)
    {
        var (bodies, moduleBody) = (files.Select(HclReader.Read).ToList(), HclReader.Read(module));
        var moduleCheck = new TerraformCheck(provider, moduleBody.Blocks, module: null);
        return
        [
            .. bodies.Append(moduleBody).SelectMany(body => body.Arguments.Keys).Select(name => $"{name}: it is in no block"),
            .. new TerraformCheck(provider, [.. bodies.SelectMany(body => body.Blocks)], moduleCheck).Problems(),
            .. moduleCheck.Problems(),
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
        ("locals", 0) => block.Body.Arguments.SelectMany(local => _scope.Missing(local.Value).Select(problem => $"local.{local.Key}: {problem}")),
        ("module", 1) when _module is not null => Module(Address(block), block.Body, _module),
        ("moved", 0) => Moved(block.Body),
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

    private IEnumerable<string> Module(string address, HclBody body, TerraformCheck module) =>
    [
        .. _check.Problems(address, body, TerraformLanguage.Module(module._variables.Select(variable => (variable.Key, variable.Value ?? "")))),
        .. body.Arguments.GetValueOrDefault("source")?.Text == "./action" ? [] : (string[])[$"{address}.source: there is no such module"],
    ];

    private IEnumerable<string> Moved(HclBody body)
    {
        var (from, to) = (body.Arguments.GetValueOrDefault("from")?.Text ?? "", body.Arguments.GetValueOrDefault("to")?.Text ?? "");
        return
        [
            .. _check.Problems("moved", body, TerraformLanguage.Moved),
            .. _provider.ResourceSchemas.ContainsKey(from.Split('.')[0]) ? [] : (string[])[$"moved.from: there is no such resource as '{from}'"],
            .. _resources.Contains(from) ? (string[])[$"moved.from: '{from}' is still there"] : [],
            .. to.Split('.', 3) is ["module", _, var resource] && _module?._resources.Contains(resource) == true ? [] : (string[])[$"moved.to: there is no such resource as '{to}'"],
        ];
    }

    private IEnumerable<string> Removed(HclBody body)
    {
        var address = body.Arguments.GetValueOrDefault("from")?.Text ?? "";
        return
        [
            .. _check.Problems("removed", body, TerraformLanguage.Removed),
            .. address.Split('.') is ["module", _] ? [] : (string[])[$"removed.from: '{address}' is not a module"],
            .. BlocksOf("module").Any(block => Address(block) == address) ? (string[])[$"removed.from: '{address}' is still there"] : [],
        ];
    }

    private IEnumerable<HclBlock> BlocksOf(string type) => _blocks.Where(block => block.Type == type);

    private static IEnumerable<string> IgnoredChanges(HclBlock lifecycle) =>
        lifecycle.Body.Arguments.GetValueOrDefault("ignore_changes")?.Parts.Select(name => name.Text) ?? [];

    private static bool RequiresTheProvider(HclBlock block) =>
        block.Body.Arguments.GetValueOrDefault(ProviderName)?.Parts.Any(member => member is { Text: "source", Parts: [{ Text: ProviderSource }] }) == true;

    private static string Address(HclBlock block) => block.Type switch
    {
        "variable" => $"var.{block.Labels[0]}",
        "module" => $"module.{block.Labels[0]}",
        _ => string.Join('.', block.Labels),
    };
}
