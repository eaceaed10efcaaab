using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>The suite's Lambda authorizer, a function that is not a lookup.</summary>
public static class HttpAuthorizerFunction
{
    /// <summary>The initial value of the local token for calls over HTTP.</summary>
    public const string Token = "local-http-token";

    public static string Header(IReadOnlyDictionary<string, string> settings) =>
        settings.GetValueOrDefault(HttpAccessSettings.TokenHeader.Name) is { Length: > 0 } header ? header : HttpAccessSettings.TokenHeader.Default;

    /// <summary>For the emulator. The authorizer has no inputs, outputs or API.</summary>
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
