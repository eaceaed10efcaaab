namespace GenesysLambdas.Tooling.Files;

/// <summary>Where the files of a lookup are, from the repository's root, and what it is called in them.</summary>
/// <param name="Lookup">Its name, such as <c>order-status</c>.</param>
public sealed record LookupFiles(string Lookup)
{
    /// <summary>The folder of every lookup's <see cref="SavedRequests"/>.</summary>
    public const string SavedRequestsFolder = ".aws-lambda-testtool/SavedRequests";

    /// <summary>Its class, such as <c>OrderStatus</c>.</summary>
    public string Class { get; } = string.Concat(Lookup.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public string Function => Class + "Function";

    public string Source => $"src/GenesysLambdas/Lookups/{Class}.cs";

    /// <summary>The stand-in for its API, unless lookups share one.</summary>
    public string StandIn => $"src/GenesysLambdas.Cli/StandIns/{Class}StandIn.cs";

    /// <summary>What <see cref="StandIn"/> answers.</summary>
    public string Sample => $"src/GenesysLambdas.Cli/StandIns/Samples/{Lookup}.json";

    public string Tests => $"test/GenesysLambdas.Tests/Lookups/{Class}Tests.cs";

    /// <summary>What its API replies in tests when all is well.</summary>
    public string HealthyApi => $"test/GenesysLambdas.Tests/Faults/HealthyApis/{Lookup}.json";

    /// <summary>The folder of the requests that AWS's Lambda Test Tool offers.</summary>
    public string SavedRequests => $"{SavedRequestsFolder}/{Function}";

    /// <summary>The folder of the answers to <see cref="SavedRequests"/>, under the same names.</summary>
    public string SavedAnswers => $"test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/{Function}";
}
