using System.Text;
using System.Text.Json.Serialization;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.Page.Masking;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A function's answer as an HTTP caller gets it.</summary>
internal sealed record HttpView(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    [JsonIgnore]
    public bool IsSuccess => Status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices;

    public static async Task<HttpView> OfAsync(InvocationResult result, SecretMask mask)
    {
        var response = new DefaultHttpContext().Response;
        using var body = new MemoryStream();
        response.Body = body;
        await HttpGateway.AnswerAsync(response, result);
        await response.CompleteAsync();
        return new(
            response.StatusCode,
            response.Headers.ToDictionary(
                header => header.Key.ToLowerInvariant(),
                header => SecretNames.IsHeader(header.Key) ? SecretNames.Masked(header.Value.ToString()) : mask.Apply(header.Value.ToString()),
                StringComparer.Ordinal),
            mask.Apply(Encoding.UTF8.GetString(body.ToArray())));
    }
}
