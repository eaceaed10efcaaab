using GenesysLambdas.Testing.Hostile;

namespace GenesysLambdas.Testing.Tests.Hostile;

/// <summary>The judge of requests is itself judged.</summary>
public sealed class OwnRequestTests
{
    private static readonly OwnRequest Own = new(Get("/orders/A1?urgent=true&above=1.5&units=metric"), ["A1", true, 1.5m]);

    [Theory]
    [InlineData("/orders/B2?urgent=false&above=-0.25&units=metric", true)]
    [InlineData("/orders/B2?urgent=false&above=-0.25&units=imperial", false)]
    [InlineData("/orders/B2?urgent=false&above=1&evil=1&units=metric", false)]
    [InlineData("/orders/..?urgent=false&above=1&units=metric", false)]
    [InlineData("/users/B2?urgent=false&above=1&units=metric", false)]
    public void Only_the_inputs_may_differ(string target, bool isLike) => Assert.Equal(isLike, Own.IsLike(Get(target)));

    [Theory]
    [InlineData("/v1/search.json?query=type:ticket%20requester:Zaphod42", "/v1/search.json?query=type:ticket%20requester:a%40b.c")]
    [InlineData("/search?q=type:ticket+Zaphod42", "/search?q=type:ticket+x%2By")]
    [InlineData("/search?q=%22Zaphod42%22,Zaphod42", "/search?q=%22a%22,a")]
    [InlineData("/search?$filter=id%20eq%20'Zaphod42'", "/search?$filter=id%20eq%20'a%27'")]
    [InlineData("/search?id=a%201", "/search?id=a%209")]
    [InlineData("/search?id=1", "/search?id=99")]
    [InlineData("/users(Zaphod42)", "/users(a)")]
    [InlineData("/users('Zaphod42')/orders", "/users('a%20b')/orders")]
    [InlineData("/users(id=1)", "/users(id=2)")]
    [InlineData("/orders/Zaphod42-1", "/orders/a-2")]
    [InlineData("/orders/Zaphod42;v=1", "/orders/a;v=2")]
    [InlineData("/orders/noZaphod42.json", "/orders/noa.json")]
    [InlineData("/orders/Zaphod42%2Fitems", "/orders/a%2Fitems")]
    [InlineData("/v7654321/Zaphod42:cancel", "/v5/a:cancel")]
    [InlineData("/de-AT/Zaphod42~", "/fr/a~")]
    public void An_input_may_be_a_part_of_a_segment_or_of_a_parameter(string example, string other) => Assert.True(OfInputs(example).IsLike(Get(other)));

    [Theory]
    [InlineData("/v1/search.json?query=type:ticket%20requester:Zaphod42", "/v1/search.json?query=type:user%20requester:a")]
    [InlineData("/v1/search.json?query=type:ticket%20requester:Zaphod42", "/v1/search.json?query=type:ticket%20requester:a%20role:b")]
    [InlineData("/v1/search.json?query=type:ticket%20requester:Zaphod42", "/v1/search.json?query=type:ticket%20requester:a&page=2")]
    [InlineData("/users('Zaphod42')/orders", "/users('a')/orders/1")]
    [InlineData("/users('Zaphod42')/orders", "/users('a%2Fb')/orders")]
    [InlineData("/users('Zaphod42')/orders", "/users('a','b')/orders")]
    [InlineData("/orders/Zaphod42-1", "/orders/a")]
    [InlineData("/orders/Zaphod42%2Fitems", "/orders/a%2Fb%2Fitems")]
    [InlineData("/v1/items/1", "/v2/items/1")]
    [InlineData("/a%20b?x=20", "/a%21b?x=20")]
    [InlineData("/a%201b", "/a%202b")]
    public void What_is_beside_an_input_may_not_differ(string example, string other) => Assert.False(OfInputs(example).IsLike(Get(other)));

    private static OwnRequest OfInputs(string example) => new(Get(example), ["Zaphod42", 1, 20, 7654321, "de-AT", ""]);

    private static RecordedRequest Get(string target) => new("GET", target, [], "");
}
