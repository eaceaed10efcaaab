namespace GenesysLambdas.Tooling.Files;

/// <summary>The files of a lookup, relative to the repository's root, and its names in them.</summary>
public sealed record LookupFiles(string Lookup, SuiteProjects Projects)
{
    public const string SavedRequestsFolder = ".aws-lambda-testtool/SavedRequests";

    public string Class { get; } = ClassOf(Lookup);

    public string Function => FunctionOf(Lookup);

    public string Source => $"{Projects.Functions}/Lookups/{Class}.cs";

    /// <summary>The stand-in for its API, unless lookups share one.</summary>
    public string StandIn => $"{Projects.CommandLine}/StandIns/{Class}StandIn.cs";

    /// <summary>The reply of <see cref="StandIn"/>.</summary>
    public string Sample => $"{Projects.CommandLine}/StandIns/Samples/{Lookup}.json";

    public string Tests => $"{Projects.Tests}/Lookups/{Class}Tests.cs";

    /// <summary>The reply of its API in tests when nothing fails.</summary>
    public string HealthyApi => $"{Projects.Tests}/Faults/HealthyApis/{Lookup}.json";

    public string SavedRequests => SavedRequestsOf(Lookup);

    /// <summary>The folder of the answers to <see cref="SavedRequests"/>, under the same names.</summary>
    public string SavedAnswers => $"{Projects.Tests}/EndToEnd/SavedAnswers/{Function}";

    public static string SavedRequestsOf(string lookup) => $"{SavedRequestsFolder}/{FunctionOf(lookup)}";

    public static string FunctionOf(string lookup) => ClassOf(lookup) + "Function";

    public static string ClassOf(string lookup) => string.Concat(lookup.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
