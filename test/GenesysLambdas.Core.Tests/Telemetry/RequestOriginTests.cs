using System.Text;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.Tests.Telemetry;

public sealed class RequestOriginTests
{
    private const string Uuid = "a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33";

    [Theory]
    [InlineData("{\"inputs\":{\"conversationId\":\"" + Uuid + "\"}}")]
    [InlineData("{\"conversationId\":\"" + Uuid + "\"}")]
    [InlineData("{\"data\":{},\"conversationId\":\"" + Uuid + "\"}")]
    [InlineData("{\"data\":{},\"metadata\":{\"conversationId\":\"" + Uuid + "\"}}")]
    [InlineData("{\"inputs\":{\"conversationId\":\"unknown\"},\"metadata\":{\"conversationId\":\"A5F1C7DE-6F0B-4F3E-8F0A-2B8F5F1D9C33\"}}")]
    public void Finds_the_conversation_id_wherever_a_request_may_have_it(string json) => Assert.Equal(Uuid, Of(json).ConversationId);

    [Theory]
    [InlineData("15551234567")]
    [InlineData("Jane-Doe")]
    [InlineData("a5f1c7de6f0b4f3e8f0a2b8f5f1d9c33")]
    [InlineData("{a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33}")]
    [InlineData(" a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33 ")]
    [InlineData("+5551234-0000-0000-0000-000000000000")]
    [InlineData("0x551234-0000-0000-0000-000000000000")]
    public void What_is_not_a_UUID_is_neither_a_conversation_id_nor_a_correlation_id(string text)
    {
        var origin = Of($$$"""{"inputs":{"conversationId":"{{{text}}}","correlationId":"{{{text}}}"}}""");

        Assert.Equal((null, null), (origin.ConversationId, origin.CorrelationId));
    }

    [Fact]
    public void Logs_the_callers_request_id_if_it_looks_like_an_id() => Assert.Equal("r_1-a", Of("""{"requestId":"r_1-a"}""").RequestId);

    [Theory]
    [InlineData("""{"inputs":{"requestId":"jane-doe","correlationId":"UUID"}}""")]
    [InlineData("""{"data":{"requestId":"jane-doe","correlationId":"UUID"}}""")]
    [InlineData("""{"inputs":{"metadata":{"requestId":"jane-doe","correlationId":"UUID"}}}""")]
    [InlineData("""{"requestId":"jane-doe","correlationId":"UUID"}""", "requestId", "correlationId")]
    [InlineData("""{"metadata":{"requestId":"jane-doe","correlationId":"UUID"}}""", "metadata")]
    public void An_input_is_not_an_id(string json, params string[] inputs)
    {
        var origin = Of(json.Replace("UUID", Uuid, StringComparison.Ordinal), inputs);

        Assert.Equal((null, null), (origin.RequestId, origin.CorrelationId));
    }

    [Theory]
    [InlineData("""{"requestId":"r-1","correlationId":"UUID","inputs":{"requestId":"jane-doe"}}""", "requestId", "correlationId", "metadata")]
    [InlineData("""{"requestId":"r-1","data":{"requestId":"jane-doe"},"metadata":{"correlationId":"UUID"}}""", "requestId", "correlationId", "metadata")]
    [InlineData("""{"requestId":"r-1","metadata":{"correlationId":"UUID","requestId":"r-2"}}""", "correlationId")]
    [InlineData("""{"requestId":"jane-doe","metadata":{"correlationId":"UUID","requestId":"r-1"}}""", "requestId")]
    public void An_id_beside_the_inputs_is_logged_even_if_an_input_has_its_name(string json, params string[] inputs)
    {
        var origin = Of(json.Replace("UUID", Uuid, StringComparison.Ordinal), inputs);

        Assert.Equal(("r-1", Uuid), (origin.RequestId, origin.CorrelationId));
    }

    /// <remarks>Well-formed JSON may hold half a surrogate pair, and bytes that are not UTF-8 are found only when they are read.</remarks>
    [Theory]
    [InlineData("{\"requestId\":\"\\ud800\"}")]
    [InlineData("{\"requestId\":\"\xB3\"}")]
    [InlineData("{\"requestI\\ud800\":\"a\"}")]
    [InlineData("{\"requestI\xB3\":\"a\"}")]
    [InlineData("{\"inputs\":{},\"metadata\":{\"requestI\\ud800\":\"a\"}}")]
    [InlineData("{\"metadat\\ud800\":{\"requestId\":\"a\"}}")]
    public void What_is_not_text_is_not_an_id(string latin1) => Assert.Null(Of(latin1).RequestId);

    private static RequestOrigin Of(string latin1, params string[] inputs) => RequestOrigin.Find(
        LookupRequest.Parse(Encoding.Latin1.GetBytes(latin1)),
        [.. inputs.Select(name => new InputContract { Name = name, Type = ContractType.String, Description = "" })]);
}
