using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Requests;

public sealed class DialectTests
{
    private const string Found = """{"name":"N","email":"E","company":{"name":"C"}}""";
    private const string FoundOutputs =
        """{"userFound":true,"displayName":"N","emailAddress":"E","companyName":"C","message":"","success":true,"statusCode":200,"errorCode":"","errorMessage":""}""";

    private const string FailedOutputs =
        """{"userFound":false,"displayName":"","emailAddress":"","companyName":"","message":"The user_id parameter is required.","success":false,"statusCode":400,"errorCode":"ValidationError","errorMessage":"The user_id parameter is required."}""";

    [Theory]
    [InlineData("""{"inputs":{"user_id":"1"}}""", $$"""{"result":{{FoundOutputs}}}""")]
    [InlineData("""{"inputs":{}}""", $$"""{"result":{{FailedOutputs}},"error":"ValidationError"}""")]
    [InlineData("""{"inputs":{"user_id":"1"},"data":{},"user_id":"2"}""", $$"""{"result":{{FoundOutputs}}}""")]
    public async Task Inputs_are_answered_with_a_result(string request, string answer) => await AssertAnswerAsync(request, answer);

    [Theory]
    [InlineData("""{"requestId":"r","requestTimestamp":"t","data":{"user_id":"1"},"metadata":{}}""", $$"""{"status":200,"result":{{FoundOutputs}}}""")]
    [InlineData("""{"data":{}}""", $$"""{"status":400,"result":{{FailedOutputs}}}""")]
    [InlineData("""{"data":{"user_id":"1"},"inputs":"no object"}""", $$"""{"status":200,"result":{{FoundOutputs}}}""")]
    public async Task Data_is_answered_with_a_status_and_a_result(string request, string answer) => await AssertAnswerAsync(request, answer);

    [Theory]
    [InlineData("""{"user_id":"1"}""", FoundOutputs)]
    [InlineData("""{"user_id":"1","inputs":"text","data":[1]}""", FoundOutputs)]
    [InlineData("""{"user_id":"1","other":{"a":[null]}}""", FoundOutputs)]
    [InlineData("{}", FailedOutputs)]
    public async Task A_flat_map_is_answered_flat(string request, string answer) => await AssertAnswerAsync(request, answer);

    private static async Task AssertAnswerAsync(string request, string answer)
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        Assert.Equal(answer, (await function.SendAsync(request)).GetRawText());
    }
}
