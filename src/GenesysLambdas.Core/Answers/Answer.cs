namespace GenesysLambdas.Core.Answers;

/// <summary>What a function answers.</summary>
public abstract class Answer
{
    /// <summary>Writes the answer as one JSON object.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}
