using System.Text.RegularExpressions;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>
/// The HTTP API of a deployed stack, as called by web services data actions. Their files have the format of those that Genesys Cloud
/// exports (21 in six of the GenesysCloudBlueprints repositories, such as limitless-flows-blueprint); in a credential of the type
/// "User Defined", a field is <c>${credentials.name}</c> (help.mypurecloud.com, "How to use the User Defined credential type").
/// </summary>
public sealed partial class WebService
{
    public const string Integration = "custom-rest-actions";

    /// <summary>The field of the credential that holds the token.</summary>
    public const string TokenField = "token";

    private readonly string _address;
    private readonly JsonObject _headers;

    /// <param name="tokenHeader">The header for the bare token; null for a bearer token.</param>
    /// <param name="isJwt">Whether an authentication action of the integration requests the token.</param>
    /// <exception cref="ToolException">The address or the header is invalid.</exception>
    public WebService(string address, string? tokenHeader, bool isJwt)
    {
        if (!HttpsAddress().IsMatch(address))
        {
            throw new ToolException(
                $"'{address}' is not the address of an HTTP API. Write it like https://abcdefghij.execute-api.us-east-1.amazonaws.com, "
                + $"as in the stack's output {StackOutputs.HttpApiKey}.");
        }

        if (tokenHeader is not null && isJwt)
        {
            throw new ToolException("Give either --token-header or --jwt.");
        }

        _address = address.TrimEnd('/');
        _headers = isJwt ? Headers(HttpTokenHeader.Authorization, "${authResponse.token_type} ${authResponse.access_token}") : TokenHeaders(tokenHeader);
    }

    public ActionCall Call(LookupContract lookup) => new(Integration, _address + HttpPath.Of(lookup), _headers);

    /// <summary>The headers of a call with the credential's token.</summary>
    /// <exception cref="ToolException">The header's name is invalid.</exception>
    public static JsonObject TokenHeaders(string? header)
    {
        var name = header ?? HttpTokenHeader.Authorization;
        return HeaderName().IsMatch(name)
            ? Headers(name, HttpTokenHeader.Value(name, $"${{credentials.{TokenField}}}"))
            : throw new ToolException($"'{name}' cannot be the name of a header.");
    }

    // Without a content type, API Gateway would treat the body as binary data.
    private static JsonObject Headers(string header, string credential) => new() { [header] = credential, ["Content-Type"] = "application/json" };

    // Without characters that Velocity would interpret.
    [GeneratedRegex(@"\Ahttps://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HttpsAddress();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderName();
}
