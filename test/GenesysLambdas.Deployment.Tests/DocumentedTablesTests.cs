using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>The tables of docs/deployment.md and docs/settings.md against the template and the code.</summary>
public sealed partial class DocumentedTablesTests
{
    [Fact]
    public void The_table_of_parameters_is_that_of_the_template()
    {
        var table = File.ReadAllText(Repository.Path("docs", "deployment.md")).Split("| parameter |")[1].Split("\n\n")[0];
        var described = table.Split('\n').Skip(2).SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Value);

        Agreement.Assert("parameters", ("docs/deployment.md", described), ("template.yaml", Template.Parameters.Select(parameter => parameter.Key)));
    }

    [Fact]
    public async Task The_table_of_settings_is_that_of_the_code()
    {
        var table = File.ReadAllText(Repository.Path("docs", "settings.md")).Split("| variable |")[1].Split("\n\n")[0];
        var described = table.Split('\n').Skip(2).Select(row => Setting().Match(row.Split('|')[1]).Value);
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lookup in LookupUnderTest.Complete)
        {
            var api = lookup.Contract.Api;
            read.UnionWith((await SettingsInUse.OfAsync(lookup)).Select(name =>
                name == api.TokenUrlSetting ? "X_TOKEN_URL" : name.Replace(api.Name + "_", "X_", StringComparison.Ordinal)));
        }

        Agreement.Assert("settings", ("docs/settings.md", described), ("the code", read));
    }

    [GeneratedRegex("(?<=`)[A-Z_]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("(?<=`)[A-Za-z]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
