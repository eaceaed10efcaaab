using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Faults;

/// <summary>
/// A lookup's external API when all is well, with a token endpoint. The lookup's file in HealthyApis says what it replies; without one, it
/// replies with the sample that <c>new</c> made the lookup from, and a 404 is an answer.
/// </summary>
/// <param name="Json">What it replies.</param>
/// <param name="ErrorCodes">By fault, the lookup's <c>errorCode</c> where it is not the one of the <see cref="FaultTable"/>.</param>
public sealed record HealthyApi(string Json, IReadOnlyDictionary<string, string> ErrorCodes)
{
    /// <summary>A secret that serves for every way to authenticate.</summary>
    public const string Secret = """{"token":"the-token","username":"u","password":"p","client_id":"the-client","client_secret":"s3cret"}""";

    /// <summary>What its token endpoint replies.</summary>
    public const string Token = """{"access_token":"the-access-token","token_type":"bearer","expires_in":86399}""";

    /// <summary>That of a lookup.</summary>
    public static HealthyApi Of(string lookup)
    {
        var files = SuiteUnderTestAttribute.Projects.FilesOf(lookup);
        var file = Read(files.HealthyApi) ?? JsonDocument.Parse("""{"errorCodes":{"404":""}}""").RootElement;
        var reply = file.TryGetProperty("reply", out var given) ? given : Read(files.Sample)!.Value;
        return new(
            JsonSerializer.Serialize(reply),
            file.GetProperty("errorCodes").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal));
    }

    /// <summary>Whether a request is for a token (TestFunction says where tokens come from).</summary>
    public static bool IsForToken(RecordedRequest request) => request.Target == "/oauth/token";

    /// <summary>The lookup's <c>errorCode</c> while the API has a fault.</summary>
    public string ErrorCodeFor(ApiFault fault) => ErrorCodes.GetValueOrDefault(fault.Name, fault.ErrorCode);

    /// <summary>What it replies to a request.</summary>
    public Reply Answer(RecordedRequest request) => Reply.Ok(IsForToken(request) ? Token : Json);

    /// <summary>The reply with something at the end of each of its strings, except of the status that means success.</summary>
    public string WithEveryStringEndingIn(string ending) =>
        Regex.Replace(Json, "(?<=\": *\"[^\"]*)(?<!\"success)\"(?=[,}])", ending + "\"", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static JsonElement? Read(string path) =>
        File.Exists(Repository.Path(path)) ? JsonDocument.Parse(File.ReadAllText(Repository.Path(path))).RootElement : null;
}
