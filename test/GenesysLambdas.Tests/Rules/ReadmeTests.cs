using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Rules;

public sealed class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void The_example_of_a_lookup_is_the_file_it_says_it_is()
    {
        var example = Readme.Split("```csharp\n")[1].Split("```")[0];

        Assert.Equal(File.ReadAllText(Repository.Path("src", "GenesysLambdas", "Lookups", "UserLookup.cs")), example);
    }

    [Fact]
    public void The_files_and_folders_that_it_names_exist()
    {
        var named = Readme.Split('`').Where((_, i) => i % 2 == 1).Where(text => text.StartsWith("src/", StringComparison.Ordinal) || text.StartsWith('.'));

        Assert.All(named.Where(path => path.Contains('/', StringComparison.Ordinal)), path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }
}
