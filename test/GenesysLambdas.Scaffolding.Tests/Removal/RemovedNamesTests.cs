using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Scaffolding.Removal;

namespace GenesysLambdas.Scaffolding.Tests.Removal;

/// <summary>What counts as a reference to a lookup.</summary>
public sealed class RemovedNamesTests
{
    [Theory]
    [InlineData("genesys-lambdas-imaginary-lookup", true)]
    [InlineData("imaginary-lookup.v2.json", true)]
    [InlineData("imaginary-lookup-history", false)]
    [InlineData("imaginary-lookup-history and imaginary-lookup", true)]
    [InlineData("unimaginary-lookup", false)]
    [InlineData("imaginary-lookups", false)]
    [InlineData("typeof(ImaginaryLookup)", true)]
    [InlineData("new ImaginaryLookupInputs()", true)]
    [InlineData("!Ref ImaginaryLookupFunction", true)]
    [InlineData("!Condition DeployImaginaryLookup", true)]
    [InlineData("new ImaginaryLookupHistoryInputs()", false)]
    [InlineData("ImaginaryLookups", false)]
    [InlineData("GetImaginaryLookup()", false)]
    [InlineData("nameof(FindOrder)", true)]
    [InlineData("FindOrders", false)]
    [InlineData("IMAGINARY_API_BASE_URL", true)]
    [InlineData("{IMAGINARY_API}", true)]
    [InlineData("MY_IMAGINARY_API", false)]
    [InlineData("ImaginaryApiSecret", true)]
    [InlineData("CreateImaginaryApiSecret", true)]
    [InlineData("genesys-lambdas/imaginary-api", true)]
    [InlineData("IMAGINARY_APIS", false)]
    [InlineData("in the order of their status", false)]
    public void Finds_a_name_as_a_word_but_not_within_another_lookups_name(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("imaginary-lookup", "FindOrder", "IMAGINARY_API"), [Lookup("imaginary-lookup-history", "FindHistory", "HISTORY_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    [Theory]
    [InlineData("IMAGINARY_LOOKUP_API_BASE_URL", false)]
    [InlineData("ImaginaryLookupApiSecret", false)]
    [InlineData("genesys-lambdas/imaginary-lookup-api", false)]
    [InlineData("imaginary-lookup", true)]
    public void Ignores_the_names_of_an_API_that_is_still_called(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("imaginary-lookup", "FindOrder", "IMAGINARY_LOOKUP_API"), [Lookup("order", "FindOrders", "IMAGINARY_LOOKUP_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    [Theory]
    [InlineData("in the order of the Order class", false)]
    [InlineData(".Order().OrderBy(key)", false)]
    [InlineData("invoke \"order\"", true)]
    [InlineData("the lookup `order`", true)]
    [InlineData("new OrderInputs()", true)]
    [InlineData("OrderFunctionArn", true)]
    [InlineData("ImaginaryLookupInputs", false)]
    public void Finds_a_one_word_name_only_where_it_must_be_the_lookup(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("order", "FindOrder", "SHOP_API"), [Lookup("imaginary-lookup", "FindStatus", "SHOP_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    private static LookupContract Lookup(string name, string method, string api) =>
        LookupRegistry.Contracts[0] with { Name = name, Method = method, Api = new(api, "", "bearer", RequiresSecret: false) };
}
