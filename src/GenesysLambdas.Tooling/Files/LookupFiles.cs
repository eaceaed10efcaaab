namespace GenesysLambdas.Tooling.Files;

/// <summary>Where the files of a lookup are, from the repository's root, and what it is called in them.</summary>
public sealed record LookupFiles(string Lookup, SuiteProjects Projects)
{
    public const string SavedRequestsFolder = ".aws-lambda-testtool/SavedRequests";

    public string Class { get; } = ClassOf(Lookup);

    public string Function => FunctionOf(Lookup);

    public string Source => $"{Projects.Functions}/Lookups/{Class}.cs";

    /// <summary>The stand-in for its API, unless lookups share one.</summary>
    public string StandIn => $"{Projects.CommandLine}/StandIns/{Class}StandIn.cs";

    /// <summary>What <see cref="StandIn"/> answers.</summary>
    public string Sample => $"{Projects.CommandLine}/StandIns/Samples/{Lookup}.json";

    public string Tests => $"{Projects.Tests}/Lookups/{Class}Tests.cs";

    /// <summary>What its API replies in tests when all is well.</summary>
    public string HealthyApi => $"{Projects.Tests}/Faults/HealthyApis/{Lookup}.json";

    public string SavedRequests => SavedRequestsOf(Lookup);

    /// <summary>The folder of the answers to <see cref="SavedRequests"/>, under the same names.</summary>
    public string SavedAnswers => $"{Projects.Tests}/EndToEnd/SavedAnswers/{Function}";

    public static string SavedRequestsOf(string lookup) => $"{SavedRequestsFolder}/{FunctionOf(lookup)}";

    public static string FunctionOf(string lookup) => ClassOf(lookup) + "Function";

    public static string ClassOf(string lookup) => string.Concat(lookup.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
