using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.Tests.NewLookups.Code;

public sealed class WordsTests
{
    [Fact]
    public void Joins_words_in_the_replys_naming_convention()
    {
        Assert.Equal("order_id", Words.Snake(["order", "id"]));
        Assert.Equal("orderId", Words.Camel(["order", "id"]));
    }
}
