namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>Where the lookups are on the HTTP API, deployed as well as local.</summary>
public static class HttpPath
{
    public const string Root = "/data-action";

    public static string Of(LookupContract lookup) => $"{Root}/{lookup.Name}";
}
