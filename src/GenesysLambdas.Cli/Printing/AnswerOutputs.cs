namespace GenesysLambdas.Cli.Printing;

/// <summary>A function's answer in any of the suite's dialects.</summary>
/// <param name="Outputs">The outputs; null: the answer is no object, so there are none.</param>
internal sealed record AnswerOutputs(JsonElement? Outputs)
{
    public bool IsSuccess => Outputs?.TryGetProperty("success", out var success) == true && success.ValueKind == JsonValueKind.True;

    /// <summary>Reads an answer: the outputs are in <c>result</c>, or at the top.</summary>
    public static AnswerOutputs Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement.Clone();
            return new AnswerOutputs(
                root.ValueKind != JsonValueKind.Object ? null
                : root.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object ? result
                : root);
        }
        catch (JsonException)
        {
            return new AnswerOutputs(Outputs: null);
        }
    }
}
