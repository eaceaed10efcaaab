namespace GenesysLambdas.DataActions;

/// <summary>Reports what is wrong with a payload: to people in a sentence, to code as JSON.</summary>
internal static class PayloadReport
{
    public const string Summary = "Payload does not match the required Data Action schema";

    // A real payload does not have more; and a report on anything else must still fit an answer.
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
            // The names in it come from the sender, and can be of any length.
            if (SentSize.Of(details) <= SentSize.MaxJson)
            {
                return details;
            }
        }
    }

    // These names are the sender's: a sentence repeats only places that the rules name.
    private static string Phrase(Violation violation) => violation switch
    {
        { Type: ViolationType.Repeated } => "a member is given more than once",
        { Type: ViolationType.Extra } => "a member is not in the contract",
        { Place.IsRoot: true } => $"payload: {violation.Message}",
        _ => $"{violation.Place}: {violation.Message}",
    };
}
