using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>The suite's Lambda authorizer, which is a function without a lookup.</summary>
public static class HttpAuthorizerFunction
{
    /// <summary>The first value of the local secret with the token that callers over HTTP must have.</summary>
    public const string Token = "local-http-token";

    public static string Header(IReadOnlyDictionary<string, string> settings) =>
        settings.GetValueOrDefault(HttpAccessSettings.TokenHeader.Name) is { Length: > 0 } header ? header : HttpAccessSettings.TokenHeader.Default;

    /// <summary>What the emulator needs to run it. It has no inputs, no outputs and no API.</summary>
    public static LookupContract Contract { get; } = new(
        HttpAccessSettings.AuthorizerName,
        "Checks the token of a call over HTTP.",
        new ApiContract("", "", "", RequiresSecret: false),
        Inputs: [],
        Outputs: [])
    {
        Function = LookupFiles.FunctionOf(HttpAccessSettings.AuthorizerName),
        Method = "AuthorizeHttp",
    };
}
