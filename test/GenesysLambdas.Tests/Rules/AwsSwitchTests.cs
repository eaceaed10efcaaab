using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

public sealed class AwsSwitchTests
{
    private static readonly string[] Projects = ["GenesysLambdas", "GenesysLambdas.Core", "GenesysLambdas.Core.Generator", "GenesysLambdas.Cli"];

    [Fact]
    public void No_line_outside_the_switch_knows_where_AWSs_API_comes_from()
    {
        var knowing = from project in Projects
                      from file in Repository.Sources("src", project)
                      let text = File.ReadAllText(file)
                      where text.Contains("#if", StringComparison.Ordinal) || text.Contains("AwsPackages", StringComparison.Ordinal) || text.Contains("GenesysLambdas.Aws", StringComparison.Ordinal)
                      select Path.GetRelativePath(Repository.Root, file);

        Assert.Empty(knowing);
    }

    [Fact]
    public void Core_knows_no_lookups_and_lookups_know_no_HTTP_or_JSON_parsing()
    {
        var lookups = LookupUnderTest.All.SelectMany(lookup => new[] { lookup.Contract.Name, lookup.Type.Name });
        Assert.Empty(Naming(Repository.Sources("src", "GenesysLambdas.Core"), ["GenesysLambdas.Lookups", .. lookups]));
        Assert.Empty(Naming(Repository.Sources("src", "GenesysLambdas", "Lookups"), "System.Net.Http", "HttpClient", "JsonDocument", "Amazon.SecretsManager"));
    }

    private static IEnumerable<string> Naming(IEnumerable<string> files, params string[] names) =>
        from file in files
        let text = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        where names.Any(name => text.Contains(name, StringComparison.Ordinal))
        select Path.GetRelativePath(Repository.Root, file);
}
