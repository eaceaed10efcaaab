namespace GenesysLambdas.DataActions;

/// <summary>Reports the violations in a payload, as a sentence and as JSON.</summary>
internal static class PayloadReport
{
    public const string Summary = "Payload does not match the required Data Action schema";

    // Real payloads have fewer, and any report must fit into an answer.
    private const int Most = 1000;
    private const int MostInSentence = 10;

    public static string Sentence(IReadOnlyList<Violation> violations)
    {
        var more = violations.Count <= MostInSentence ? "" : $"; and {violations.Count - MostInSentence} more";
        return $"{Summary}: {string.Join("; ", violations.Take(MostInSentence).Select(Phrase))}{more}";
    }

    public static string Details(IReadOnlyList<Violation> violations)
    {
        for (var most = Math.Min(violations.Count, Most); ; most /= 2)
        {
            var details = Violation.ToJson(most == violations.Count
                ? violations
                : violations.Take(most).Append(new(JsonPlace.Root, ViolationType.More, $"And {violations.Count - most} more")));
            // The names come from the sender and can have any length.
            if (SentSize.Of(details) <= SentSize.MaxJson)
            {
                return details;
            }
        }
    }

    // Names come from the sender, so a sentence quotes only places that the rules define.
    private static string Phrase(Violation violation) => violation switch
    {
        { Type: ViolationType.Repeated } => "a member is given more than once",
        { Type: ViolationType.Extra } => "a member is not in the contract",
        { Place.IsRoot: true } => $"payload: {violation.Message}",
        _ => $"{violation.Place}: {violation.Message}",
    };
}
