namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>Where the lookups are on the HTTP API, deployed as well as local.</summary>
public static class HttpPath
{
    /// <summary>What the paths begin with.</summary>
    public const string Root = "/data-action";

    /// <summary>The path of a lookup below the API's address.</summary>
    public static string Of(LookupContract lookup) => $"{Root}/{lookup.Name}";
}
