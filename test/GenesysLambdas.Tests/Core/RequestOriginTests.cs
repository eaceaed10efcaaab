using System.Text;
using GenesysLambdas.Requests;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.Tests.Core;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("{\"inputs\":{\"conversationId\":\"a-1\"}}")]
    [InlineData("{\"conversationId\":\"a-1\"}")]
    [InlineData("{\"data\":{},\"conversationId\":\"a-1\"}")]
    [InlineData("{\"data\":{},\"metadata\":{\"conversationId\":\"a-1\"}}")]
    public void An_id_is_found_wherever_a_request_may_have_it(string json) => Assert.Equal("a-1", Of(json).ConversationId);

    /// <remarks>Well-formed JSON may hold half a surrogate pair, and bytes that are no UTF-8 are found only when they are read.</remarks>
    [Theory]
    [InlineData("{\"requestId\":\"\\ud800\"}")]
    [InlineData("{\"requestId\":\"\xB3\"}")]
    [InlineData("{\"requestI\\ud800\":\"a\"}")]
    [InlineData("{\"requestI\xB3\":\"a\"}")]
    [InlineData("{\"inputs\":{},\"metadata\":{\"requestI\\ud800\":\"a\"}}")]
    [InlineData("{\"metadat\\ud800\":{\"requestId\":\"a\"}}")]
    public void What_is_no_text_is_no_id(string latin1) => Assert.Null(Of(latin1).RequestId);

    private static RequestOrigin Of(string latin1) => RequestOrigin.Of(LookupRequest.Parse(Encoding.Latin1.GetBytes(latin1)));
}
