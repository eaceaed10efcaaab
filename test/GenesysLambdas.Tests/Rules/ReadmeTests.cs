using System.Text.Json;
using System.Text.RegularExpressions;
using GenesysLambdas.Cli;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Scaffolding.NewLookups.Files;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

public sealed partial class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void It_is_read_in_five_minutes_however_many_lookups_there_are() => Assert.InRange(Readme.Split('\n').Length - LookupRegistry.Contracts.Count, 1, 199);

    [Fact]
    public void The_lookup_that_it_shows_is_what_its_command_writes()
    {
        var sample = JsonDocument.Parse(Sample().Match(Readme).Groups["json"].Value).RootElement;
        var command = Command().Match(Readme).Groups;
        var (name, path, api) = (command["name"].Value, command["path"].Value, command["api"].Value);

        var written = LookupCode.Write(new NewLookup(new(ThisSuite.Projects.FilesOf(name), path, sample), NewApi.Of(api, "", null)));

        Assert.Equal(written, Readme.Split("```csharp\n")[1].Split("```")[0]);
    }

    [Fact]
    public void The_test_that_newcomers_are_pointed_to_exists()
    {
        Assert.Equal($"{nameof(RegistrationTests)}.{nameof(RegistrationTests.A_lookup_has_all_that_belongs_to_it)}", LookupUnderTest.CompletenessTest);
        Assert.Contains($"`{LookupUnderTest.CompletenessTest}`", File.ReadAllText(Repository.Path("docs", "new-lookup.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex("as `reply.json`, for example `(?<json>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("-- new (?<name>[a-z-]+) --get '(?<path>[^']+)' --sample reply.json --api (?<api>[A-Z_]+)\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
