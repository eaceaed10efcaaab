using System.Text.Json;
using GenesysLambdas.Cli.Generation;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Faults;

/// <summary>A lookup's external API when all is well, read from the lookup's file in HealthyApis, with a token endpoint.</summary>
/// <param name="Json">What it replies.</param>
/// <param name="ErrorCodes">By fault, the lookup's <c>errorCode</c> where it is not the one of the <see cref="FaultTable"/>.</param>
internal sealed record HealthyApi(string Json, IReadOnlyDictionary<string, string> ErrorCodes)
{
    /// <summary>A secret that serves for every way to authenticate.</summary>
    public const string Secret = """{"token":"the-token","username":"u","password":"p","client_id":"the-client","client_secret":"s3cret"}""";

    public const string Token = """{"access_token":"the-access-token","token_type":"bearer","expires_in":86399}""";

    public static HealthyApi Of(string lookup)
    {
        var file = JsonDocument.Parse(File.ReadAllText(Repository.Path(new LookupFiles(lookup).HealthyApi))).RootElement;
        return new(
            JsonSerializer.Serialize(file.GetProperty("reply")),
            file.GetProperty("errorCodes").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal));
    }

    /// <summary>Whether a request is for a token (TestFunction says where tokens come from).</summary>
    public static bool IsForToken(RecordedRequest request) => request.Target == "/oauth/token";

    public string ErrorCodeFor(Fault fault) => ErrorCodes.GetValueOrDefault(fault.Name, fault.ErrorCode);

    public Reply Answer(RecordedRequest request) => Reply.Ok(IsForToken(request) ? Token : Json);
}
