using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Faults;

/// <summary>
/// A lookup's working external API, with a token endpoint. The lookup's file in HealthyApis contains its reply; without one, it
/// replies with the sample that <c>new</c> made the lookup from, and a 404 is an answer.
/// </summary>
/// <param name="Json">What it replies.</param>
/// <param name="ErrorCodes">By fault, the lookup's <c>errorCode</c> if it differs from the <see cref="FaultTable"/>.</param>
public sealed record HealthyApi(string Json, IReadOnlyDictionary<string, string> ErrorCodes)
{
    /// <summary>A secret for every kind of authentication.</summary>
    public const string Secret = """{"token":"the-token","username":"u","password":"p","client_id":"the-client","client_secret":"s3cret"}""";

    public const string Token = """{"access_token":"the-access-token","token_type":"bearer","expires_in":86399}""";

    public static HealthyApi Of(string lookup)
    {
        var files = SuiteUnderTestAttribute.Projects.FilesOf(lookup);
        var file = Read(files.HealthyApi) ?? JsonDocument.Parse("""{"errorCodes":{"404":""}}""").RootElement;
        var reply = file.TryGetProperty("reply", out var given) ? given : Read(files.Sample)!.Value;
        return new(
            JsonSerializer.Serialize(reply),
            file.GetProperty("errorCodes").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal));
    }

    /// <summary>Whether a request is for a token. TestFunction sets the path.</summary>
    public static bool IsForToken(RecordedRequest request) => request.Target == "/oauth/token";

    /// <summary>The lookup's expected <c>errorCode</c> for a fault.</summary>
    public string ErrorCodeFor(ApiFault fault) => ErrorCodes.GetValueOrDefault(fault.Name, fault.ErrorCode);

    public Reply Answer(RecordedRequest request) => Reply.Ok(IsForToken(request) ? Token : Json);

    /// <summary>The reply with something appended to each of its strings, except the status that means success.</summary>
    public string WithEveryStringEndingIn(string ending) =>
        Regex.Replace(Json, "(?<=\": *\"[^\"]*)(?<!\"success)\"(?=[,}])", ending + "\"", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static JsonElement? Read(string path) =>
        File.Exists(Repository.Path(path)) ? JsonDocument.Parse(File.ReadAllText(Repository.Path(path))).RootElement : null;
}
