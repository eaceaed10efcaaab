using GenesysLambdas.Cli.StandIns;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Tests.Support;

/// <summary>What belongs to a lookup outside its own file, and is easily forgotten.</summary>
internal static class LookupParts
{
    private const string Cli = "dotnet run --project src/GenesysLambdas.Cli --";

    private static readonly string[] Resources =
        ["Function", "Role", "Logs", "ErrorsAlarm", "FailuresAlarm", "OutageAlarm", "ThrottlesAlarm", "DurationAlarm", "FunctionArn"];

    /// <summary>Every part that is not there: its file, and what to do.</summary>
    public static IReadOnlyList<string> Missing(Type type, LookupContract contract) =>
    [
        .. Code(type, contract),
        .. Samples(contract),
        .. Pages(contract),
        .. Deployment(contract),
        .. Actions(contract),
    ];

    private static IEnumerable<string> Code(Type type, LookupContract contract)
    {
        if (!File.Exists(Repository.Path("src", "GenesysLambdas", "Lookups", type.Name + ".cs")))
        {
            yield return $"src/GenesysLambdas/Lookups/{type.Name}.cs: put the lookup into the file of its class's name.";
        }

        if (StandInCatalog.All.All(standIn => standIn.Api != contract.Api.Name))
        {
            yield return $"src/GenesysLambdas.Cli/StandIns/: add an IStandIn whose Api is \"{contract.Api.Name}\". Tests have no other API to call.";
        }
    }

    private static IEnumerable<string> Samples(LookupContract contract)
    {
        var requests = SavedRequests.NamesOf(contract.Function);
        var folder = $".aws-lambda-testtool/SavedRequests/{contract.Function}";
        if (requests.Count == 0)
        {
            yield return $"{folder}/<name>.json: save at least one request, such as {{\"inputs\": {{...}}}}, for something found, not found and refused.";
            yield return $"{SavedRequests.AnswerPath(contract.Function, "<name>")}: save its answer, which this prints: {Cli} invoke {contract.Name} --event {folder}/<name>.json --json";
        }

        foreach (var name in requests.Where(name => !File.Exists(Repository.Path(SavedRequests.AnswerPath(contract.Function, name)))))
        {
            yield return $"{SavedRequests.AnswerPath(contract.Function, name)}: save the answer, which this prints: {Cli} invoke {contract.Name} --event {folder}/{name}.json --json";
        }

        var healthy = $"test/GenesysLambdas.Tests/Faults/HealthyApis/{contract.Name}.json";
        if (!File.Exists(Repository.Path(healthy)))
        {
            yield return $"{healthy}: write what {contract.Api.Name} replies when all is well, as {{\"reply\": {{...}}, \"errorCodes\": {{\"404\": \"\"}}}}; "
                + "a 404 is \"\" where an output says that there is nothing, and \"NotFound\" where none does.";
        }
    }

    private static IEnumerable<string> Pages(LookupContract contract)
    {
        var row = $"| `{contract.Name}` | `{contract.Function}` |";
        if (!Text("README.md").Contains(row, StringComparison.Ordinal))
        {
            yield return $"README.md, table of lookups: add {row} `{contract.Method}` | `GET {{{contract.Api.Name}}}/...` |";
        }

        if (!Text("docs", "settings.md").Contains($"`{contract.Api.Name}`", StringComparison.Ordinal))
        {
            yield return $"docs/settings.md: add `{contract.Api.Name}` to what `X` stands for.";
        }

        var api = Pascal(contract.Api.Name.ToLowerInvariant(), '_');
        if (!Text("docs", "deployment.md").Contains($"`{api}Secret`", StringComparison.Ordinal))
        {
            yield return $"docs/deployment.md, table of parameters: add `{api}BaseUrl`, `{api}Secret` and `{api}Auth`.";
        }
    }

    private static IEnumerable<string> Deployment(LookupContract contract)
    {
        var (template, stem, api) = (Text("template.yaml"), Pascal(contract.Name, '-'), Pascal(contract.Api.Name.ToLowerInvariant(), '_'));
        string[] missing =
        [
            .. Resources.Select(suffix => stem + suffix).Append(api + "Secret").Where(name => !template.Contains($"\n  {name}:\n", StringComparison.Ordinal)),
            .. template.Contains($"${{{contract.Function}.Arn}}:*", StringComparison.Ordinal) ? (string[])[] : ["the function's ARN in GenesysCloudRole"],
            .. template.Contains($"${{AWS::StackName}}-{contract.Name}\"]", StringComparison.Ordinal) ? (string[])[] : ["its lines in Dashboard"],
        ];
        if (missing.Length > 0)
        {
            yield return $"template.yaml: add {string.Join(", ", missing)}. Copy all that is named after CustomerProfile, customer-profile, CustomerApi or CUSTOMER_API, "
                + $"and name it after {stem}, {contract.Name}, {api} and {contract.Api.Name}.";
        }
    }

    private static IEnumerable<string> Actions(LookupContract contract)
    {
        var folder = Repository.Path("genesys", "actions");
        if (!Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileName).Any(file => file == contract.Name + ".json" || file!.StartsWith(contract.Name + ".v", StringComparison.Ordinal)))
        {
            yield return $"genesys/actions/{contract.Name}.json: {Cli} actions export";
        }

        if (!Text("genesys", "terraform", "variables.tf").Contains(contract.Function + "Arn", StringComparison.Ordinal))
        {
            yield return $"genesys/terraform/: {Cli} actions terraform";
        }
    }

    private static string Pascal(string name, char separator) => string.Concat(name.Split(separator).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Text(params string[] path) => File.ReadAllText(Repository.Path(path));
}
