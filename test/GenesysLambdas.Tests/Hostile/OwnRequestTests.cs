using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Hostile;

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
    public void Only_what_stood_for_an_input_may_differ(string target, bool isLike) => Assert.Equal(isLike, Own.IsLike(Get(target)));

    private static RecordedRequest Get(string target) => new("GET", target, [], "");
}
