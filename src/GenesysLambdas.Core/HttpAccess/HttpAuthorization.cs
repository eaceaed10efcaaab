using System.Text.Json;
using GenesysLambdas.Answers;

namespace GenesysLambdas.HttpAccess;

/// <summary>
/// The simple response of an authorizer (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html). It has no
/// context, since that goes to access logs.
/// </summary>
internal sealed class HttpAuthorization(bool isAuthorized) : Answer
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("isAuthorized"u8, isAuthorized);
        writer.WriteEndObject();
    }
}
