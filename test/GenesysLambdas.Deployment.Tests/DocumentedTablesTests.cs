using System.Text.RegularExpressions;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>The tables of docs/deployment.md and docs/settings.md against the template and the code.</summary>
public sealed partial class DocumentedTablesTests
{
    /// <summary>The lookups, and one that calls an API with OAuth2 at an address of its own, which none of them does.</summary>
    private static readonly LookupContract[] EveryKind =
    [
        .. LookupRegistry.Contracts,
        LookupRegistry.Contracts[0] with { Name = "made-up", Function = "MadeUpFunction", Api = new("MADE_UP_API", "", "oauth2", RequiresSecret: true) },
    ];

    [Fact]
    public void The_table_of_parameters_is_that_of_the_template()
    {
        var table = File.ReadAllText(Repository.Path("docs", "deployment.md")).Split("| parameter |")[1].Split("\n\n")[0];
        var described = table.Split('\n').Skip(2).SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Value);
        var template = SamTemplate.Update(File.ReadAllText(Repository.Path("template.yaml")), EveryKind);
        var parameters = CloudFormationYaml.Parse(template)["Parameters"]!.AsObject().Select(parameter => parameter.Key);

        Agreement.Assert("parameters", ("docs/deployment.md", described.Select(OfAnyApi)), ("template.yaml", parameters.Select(OfAnyApi)));
    }

    [Fact]
    public void The_table_of_settings_is_that_of_the_code()
    {
        var table = File.ReadAllText(Repository.Path("docs", "settings.md")).Split("| variable |")[1].Split("\n\n")[0];
        var described = table.Split('\n').Skip(2).Select(row => Setting().Match(row.Split('|')[1]).Value);
        var declared = LookupRegistry.Contracts.SelectMany(lookup => HostSettings.All.Concat(lookup.Api.OwnSettings).Concat(lookup.OwnSettings))
            .Concat(new ExternalApiSettings("X").All);

        Agreement.Assert("settings", ("docs/settings.md", described), ("the code", declared.Select(setting => setting.Name)));
    }

    /// <summary>A parameter of an external API, or of a lookup, as one row describes it for all of them.</summary>
    private static string OfAnyApi(string parameter)
    {
        var stem = EveryKind.Select(lookup => TemplateNames.Parameter(lookup.Api.Name)).FirstOrDefault(stem => parameter.StartsWith(stem, StringComparison.Ordinal));
        return stem is not null ? $"<Api>{parameter[stem.Length..]}"
            : EveryKind.Any(lookup => parameter == HttpParts.Parameter(lookup)) ? "<Lookup>Http"
            : parameter;
    }

    [GeneratedRegex("(?<=`)[A-Z_]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("(?<=`)[A-Za-z<>]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
