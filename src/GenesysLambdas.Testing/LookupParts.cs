using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing;

/// <summary>The parts of a lookup outside its own file, which are easily forgotten.</summary>
internal static class LookupParts
{
    /// <summary>Every missing part: its file, and what to do.</summary>
    public static IReadOnlyList<string> Missing(Type type, LookupContract contract) =>
    [
        .. Code(type, contract),
        .. Samples(contract),
        .. Generated(contract),
    ];

    private static IEnumerable<string> Code(Type type, LookupContract contract)
    {
        var files = SuiteUnderTestAttribute.Projects.FilesOf(contract.Name);
        if (type.Name != files.Class || !File.Exists(Repository.Path(files.Source)))
        {
            yield return $"{files.Source}: put the lookup into this file, as the class {files.Class}.";
        }

        if (ApiSource.Find(SuiteUnderTestAttribute.Current.In(Repository.Root), contract.Api.Name) is null)
        {
            yield return $"{ApiSource.FileOf(SuiteUnderTestAttribute.Projects, contract.Api.Name)}: "
                + $"put the class with [ExternalApi(\"{contract.Api.Name}\")] into this file.";
        }

        if (SuiteUnderTestAttribute.Current.StandIns.All(standIn => standIn.Api != contract.Api.Name))
        {
            yield return $"{SuiteUnderTestAttribute.Projects.CommandLine}/StandIns/: add an IStandIn whose Api is \"{contract.Api.Name}\". "
                + "Tests have no other API to call.";
        }
    }

    private static IEnumerable<string> Samples(LookupContract contract)
    {
        var files = SuiteUnderTestAttribute.Projects.FilesOf(contract.Name);
        var requests = SavedRequestFiles.NamesOf(contract.Name);
        if (requests.Count == 0)
        {
            yield return $"{files.SavedRequests}/<name>.json: save at least one request, such as {{\"inputs\": {{...}}}}, "
                + "for something found, not found and refused.";
            yield return $"{files.SavedAnswers}/<name>.json: save its answer, which this prints: "
                + $"{Invoke(files, "<name>")}";
        }

        foreach (var name in requests.Where(name => !File.Exists(Repository.Path(files.SavedAnswers, name + ".json"))))
        {
            yield return $"{files.SavedAnswers}/{name}.json: save the answer, which this prints: "
                + $"{Invoke(files, name)}";
        }

        if (!File.Exists(Repository.Path(files.HealthyApi)) && !File.Exists(Repository.Path(files.Sample)))
        {
            yield return $"{files.HealthyApi}: write what {contract.Api.Name} replies when all is well, "
                + $"as {{\"reply\": {{...}}, \"errorCodes\": {{\"404\": \"\"}}}}; "
                + "a 404 is \"\" where an output says that there is nothing, and \"NotFound\" where none does.";
        }
    }

    private static string Invoke(LookupFiles files, string request) =>
        SuiteUnderTestAttribute.Projects.InShell($"invoke {files.Lookup} --event {files.SavedRequests}/{request}.json --json");

    private static IEnumerable<string> Generated(LookupContract contract)
    {
        (string Part, bool IsThere)[] parts =
        [
            ("template.yaml", Text("template.yaml").Contains($"\n  {contract.Function}:\n", StringComparison.Ordinal)),
            ("README.md", Text("README.md").Contains($"\n| `{contract.Name}` | ", StringComparison.Ordinal)),
            ("genesys/actions", Directory.EnumerateFiles(Repository.Path("genesys", "actions"), $"{contract.Name}.*json").Any()),
            ("genesys/terraform", Text("genesys", "terraform", "variables.tf").Contains(contract.Function + "Arn", StringComparison.Ordinal)),
        ];
        var missing = parts.Where(part => !part.IsThere).Select(part => part.Part).ToList();
        if (missing.Count > 0)
        {
            yield return $"{string.Join(", ", missing)}: run `{SuiteUnderTestAttribute.Projects.InShell("generate")}`, which writes the lookup's part. "
                + "In the README's table, fill in what the lookup calls.";
        }
    }

    private static string Text(params string[] path) => File.ReadAllText(Repository.Path(path));
}
