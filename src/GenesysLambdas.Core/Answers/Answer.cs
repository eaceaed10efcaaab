using System.Text.Json;

namespace GenesysLambdas.Core.Answers;

/// <summary>What a function answers.</summary>
public abstract class Answer
{
    /// <summary>Writes the answer as one JSON object.</summary>
    /// <param name="writer">Where to write.</param>
    public abstract void Write(Utf8JsonWriter writer);
}
