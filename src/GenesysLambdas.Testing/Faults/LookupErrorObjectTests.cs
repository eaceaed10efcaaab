using static GenesysLambdas.Testing.AnswerContract;

namespace GenesysLambdas.Testing.Faults;

/// <summary>APIs that report an error in a reply with status 200.</summary>
public abstract class LookupErrorObjectTests
{
    internal static readonly string[] Errors =
    [
        """{"error":"internal"}""",
        """{"error":{"code":500,"message":"internal"}}""",
        """{"error":"invalid_request","error_description":"No such tenant"}""",
        """{"errors":["internal"]}""",
        """{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}""",
        """{"data":null,"errors":[{"message":"Throttled"}]}""",
        """{"data":null,"error":"internal"}""",
        """{"message":"internal","code":500}""",
        """{"Message":"internal"}""",
        """{"message":"Forbidden"}""",
        """{"code":"InvalidQuery","message":"internal","details":[]}""",
        """{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"It broke","instance":"/v1/x"}""",
        """{"timestamp":"2026-11-30T12:00:00Z","status":500,"error":"Internal Server Error","path":"/v1/x"}""",
        """{"statusCode":500,"error":"Internal Server Error","message":"internal"}""",
        """{"fault":{"faultstring":"internal","detail":{"errorcode":"steps.x"}}}""",
        """{"success":false}""",
        """{"success":false,"message":"internal"}""",
        """{"ok":false,"error":"internal"}""",
        """{"status":"error","message":"internal"}""",
        """{"status":"error","data":null,"message":"internal"}""",
        """{"status":"fail","data":null,"message":"internal"}""",
        """{"status":false,"message":"internal"}""",
        """{"status":500}""",
    ];

    public static TheoryData<string, string> LookupsAndErrors =>
        LookupUnderTest.NamesAnd(lookup => SuiteUnderTestAttribute.Attribute.PassesOnAnyReply(lookup.Contract) ? [] : Errors);

    [Theory]
    [MemberData(nameof(LookupsAndErrors))]
    public async Task An_error_object_in_a_200_is_an_ExternalApiError_and_is_not_cached(string lookup, string error)
    {
        await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : error));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret).With(settings => settings.CacheSeconds, "60");

        var outputs = await function.InvokeAsync(ExampleInputs.Of(lookup));
        await function.InvokeAsync(ExampleInputs.Of(lookup));

        AssertContract(lookup, outputs);
        Assert.Equal(("ExternalApiError", 502), (outputs.Text("errorCode"), outputs.GetProperty("statusCode").GetInt32()));
        Assert.Equal(2, api.Requests.Count(request => !HealthyApi.IsForToken(request)));
    }
}
