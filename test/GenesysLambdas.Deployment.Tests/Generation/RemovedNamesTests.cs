using GenesysLambdas.Cli.Removal;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Deployment.Tests.Generation;

/// <summary>What counts as a reference to a lookup.</summary>
public sealed class RemovedNamesTests
{
    [Theory]
    [InlineData("genesys-lambdas-order-status", true)]
    [InlineData("order-status.v2.json", true)]
    [InlineData("order-status-history", false)]
    [InlineData("order-status-history and order-status", true)]
    [InlineData("reorder-status", false)]
    [InlineData("order-statuses", false)]
    [InlineData("typeof(OrderStatus)", true)]
    [InlineData("new OrderStatusInputs()", true)]
    [InlineData("!Ref OrderStatusFunction", true)]
    [InlineData("!Condition DeployOrderStatus", true)]
    [InlineData("new OrderStatusHistoryInputs()", false)]
    [InlineData("OrderStatuses", false)]
    [InlineData("GetOrderStatus()", false)]
    [InlineData("nameof(FindOrder)", true)]
    [InlineData("FindOrders", false)]
    [InlineData("ORDER_API_BASE_URL", true)]
    [InlineData("{ORDER_API}", true)]
    [InlineData("MY_ORDER_API", false)]
    [InlineData("OrderApiSecret", true)]
    [InlineData("CreateOrderApiSecret", true)]
    [InlineData("genesys-lambdas/order-api", true)]
    [InlineData("ORDER_APIS", false)]
    [InlineData("in the order of their status", false)]
    public void A_name_is_found_as_a_word_unless_it_is_part_of_another_lookups(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("order-status", "FindOrder", "ORDER_API"), [Lookup("order-status-history", "FindHistory", "HISTORY_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    [Theory]
    [InlineData("ORDER_STATUS_API_BASE_URL", false)]
    [InlineData("OrderStatusApiSecret", false)]
    [InlineData("genesys-lambdas/order-status-api", false)]
    [InlineData("order-status", true)]
    public void The_names_of_an_API_that_is_still_called_do_not_count(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("order-status", "FindOrder", "ORDER_STATUS_API"), [Lookup("order", "FindOrders", "ORDER_STATUS_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    [Theory]
    [InlineData("in the order of the Order class", false)]
    [InlineData(".Order().OrderBy(key)", false)]
    [InlineData("invoke \"order\"", true)]
    [InlineData("the lookup `order`", true)]
    [InlineData("new OrderInputs()", true)]
    [InlineData("OrderFunctionArn", true)]
    [InlineData("OrderStatusInputs", false)]
    public void A_name_of_one_word_counts_where_it_must_be_a_lookups(string line, bool isFound)
    {
        var names = new RemovedNames(Lookup("order", "FindOrder", "SHOP_API"), [Lookup("order-status", "FindStatus", "SHOP_API")]);

        Assert.Equal(isFound, names.AreIn(line));
    }

    private static LookupContract Lookup(string name, string method, string api) =>
        LookupRegistry.Contracts[0] with { Name = name, Method = method, Api = new(api, "", "bearer", RequiresSecret: false) };
}
