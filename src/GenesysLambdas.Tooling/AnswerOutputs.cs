using System.Text;

namespace GenesysLambdas.Tooling;

/// <summary>A function's answer in any of the suite's dialects.</summary>
/// <param name="Outputs">The outputs; null if the answer is not an object.</param>
public sealed record AnswerOutputs(JsonElement? Outputs)
{
    public bool IsSuccess => Outputs?.TryGetProperty("success", out var success) == true && success.ValueKind == JsonValueKind.True;

    /// <summary>Reads the outputs from <c>result</c> or the top level, of the answer or, for an HTTP event, of its <c>body</c>.</summary>
    public static AnswerOutputs Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return Read(json.RootElement.Clone());
        }
        catch (JsonException)
        {
            return new AnswerOutputs(Outputs: null);
        }
    }

    private static AnswerOutputs Read(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? new AnswerOutputs(Outputs: null)
        : IsHttp(root) ? Read(Encoding.UTF8.GetBytes(root.GetProperty("body").GetString()!))
        : root.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object ? new AnswerOutputs(result)
        : new AnswerOutputs(root);

    private static bool IsHttp(JsonElement root) =>
        root.TryGetProperty("isBase64Encoded", out var isBase64) && isBase64.ValueKind == JsonValueKind.False
        && root.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.String;
}
