using System.Net;
using System.Text.Json;

namespace GenesysLambdas.Answers;

/// <summary>What an HTTP answer has before its body.</summary>
/// <param name="Status">The status.</param>
/// <param name="HasDescription">Whether the status has its phrase with it, which a load balancer requires.</param>
/// <param name="HasHeaderLists">Whether headers are lists of values: a load balancer then looks at no others.</param>
internal sealed record HttpHead(int Status, bool HasDescription, bool HasHeaderLists)
{
    // With this capital: AWS's own Lambda Test Tool looks for a header by its case (aws/aws-lambda-dotnet, InvokeResponseExtensions).
    private const string ContentType = "Content-Type";

    private const string Json = "application/json";

    /// <summary>Writes it as members of the answer.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("statusCode"u8, Status);
        if (HasDescription)
        {
            using var response = new HttpResponseMessage((HttpStatusCode)Status);
            writer.WriteString("statusDescription"u8, $"{Status} {response.ReasonPhrase}");
        }

        writer.WriteStartObject(HasHeaderLists ? "multiValueHeaders"u8 : "headers"u8);
        if (HasHeaderLists)
        {
            writer.WriteStartArray(ContentType);
            writer.WriteStringValue(Json);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString(ContentType, Json);
        }

        writer.WriteEndObject();
    }
}
