namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>The lookups' paths on the HTTP API, both deployed and local.</summary>
public static class HttpPath
{
    public const string Root = "/data-action";

    public static string Of(LookupContract lookup) => $"{Root}/{lookup.Name}";
}
