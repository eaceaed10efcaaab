namespace GenesysLambdas.Tooling.Files;

/// <summary>Where the files of a lookup are, from the repository's root, and what it is called in them.</summary>
/// <param name="Lookup">Its name, such as <c>order-status</c>.</param>
/// <param name="Projects">The folders of the suite's projects.</param>
public sealed record LookupFiles(string Lookup, SuiteProjects Projects)
{
    /// <summary>The folder of every lookup's <see cref="SavedRequests"/>.</summary>
    public const string SavedRequestsFolder = ".aws-lambda-testtool/SavedRequests";

    /// <summary>Its class, such as <c>OrderStatus</c>.</summary>
    public string Class { get; } = ClassOf(Lookup);

    /// <summary>Its function in template.yaml, such as <c>OrderStatusFunction</c>.</summary>
    public string Function => Class + "Function";

    /// <summary>Its code.</summary>
    public string Source => $"{Projects.Functions}/Lookups/{Class}.cs";

    /// <summary>The stand-in for its API, unless lookups share one.</summary>
    public string StandIn => $"{Projects.CommandLine}/StandIns/{Class}StandIn.cs";

    /// <summary>What <see cref="StandIn"/> answers.</summary>
    public string Sample => $"{Projects.CommandLine}/StandIns/Samples/{Lookup}.json";

    /// <summary>Its own tests.</summary>
    public string Tests => $"{Projects.Tests}/Lookups/{Class}Tests.cs";

    /// <summary>What its API replies in tests when all is well.</summary>
    public string HealthyApi => $"{Projects.Tests}/Faults/HealthyApis/{Lookup}.json";

    /// <summary>The folder of the requests that AWS's Lambda Test Tool offers.</summary>
    public string SavedRequests => SavedRequestsOf(Lookup);

    /// <summary>The folder of the answers to <see cref="SavedRequests"/>, under the same names.</summary>
    public string SavedAnswers => $"{Projects.Tests}/EndToEnd/SavedAnswers/{Function}";

    /// <summary>The same folder as <see cref="SavedRequests"/>, which is not in a project.</summary>
    public static string SavedRequestsOf(string lookup) => $"{SavedRequestsFolder}/{ClassOf(lookup)}Function";

    /// <summary>The class of a lookup, such as <c>OrderStatus</c> for <c>order-status</c>.</summary>
    public static string ClassOf(string lookup) => string.Concat(lookup.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
