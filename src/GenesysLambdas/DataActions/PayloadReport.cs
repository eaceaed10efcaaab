using GenesysLambdas.Answers;
using GenesysLambdas.Lookups;
using GenesysLambdas.Validation;

namespace GenesysLambdas.DataActions;

/// <summary>Tells what is wrong with a payload: to people in a sentence, to code as JSON.</summary>
internal static class PayloadReport
{
    private const string Summary = "Payload does not match the required Data Action schema";

    // No payload that was meant to be one has more; and a report on one that was not must still be an answer.
    private const int Most = 1000;
    private const int MostInSentence = 10;

    public static LookupException Of(IReadOnlyList<Violation> violations) =>
        new(new Failure(ErrorCode.ValidationError, $"{Summary}: {Sentence(violations)}")
        {
            Reason = FailureReason.InputInvalid,
            Subject = "payload",
            Outputs = new InvokeDataActionOutputs
            {
                Status = "error",
                Code = "VALIDATION_FAILED",
                Message = Summary,
                Details = Violation.ToJson(Shortened(violations)),
            },
        });

    /// <summary>The details where an input as a whole is wrong.</summary>
    public static string OfInput(string message) => Violation.ToJson([new(JsonPlace.Root, ViolationType.Input, message)]);

    private static IEnumerable<Violation> Shortened(IReadOnlyList<Violation> violations) => violations.Count <= Most
        ? violations
        : violations.Take(Most).Append(new(JsonPlace.Root, ViolationType.More, $"And {violations.Count - Most} more"));

    private static string Sentence(IReadOnlyList<Violation> violations)
    {
        var first = string.Join("; ", violations.Take(MostInSentence).Select(Phrase));
        return violations.Count <= MostInSentence ? first : $"{first}; and {violations.Count - MostInSentence} more";
    }

    // These names are the sender's: only places that the rules name are repeated in a sentence.
    private static string Phrase(Violation violation) => violation switch
    {
        { Type: ViolationType.Repeated } => "a member is given more than once",
        { Type: ViolationType.Extra } => "a member is not in the contract",
        { Place.IsRoot: true } => $"payload: {violation.Message}",
        _ => $"{violation.Place}: {violation.Message}",
    };
}
