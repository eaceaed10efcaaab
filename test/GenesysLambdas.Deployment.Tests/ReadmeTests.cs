using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_table_of_parameters_is_that_of_the_template()
    {
        var table = File.ReadAllText(Repository.Path("README.md")).Split("| parameter |")[1].Split("\n\n")[0];
        var described = table.Split('\n').Skip(2).SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Value);

        Agreement.Assert("parameters", ("README.md", described), ("template.yaml", Template.Parameters.Select(parameter => parameter.Key)));
    }

    [GeneratedRegex("(?<=`)[A-Za-z]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
