namespace GenesysLambdas.Answers;

internal static class FailureReasons
{
    /// <summary>The word that the log has for a reason; null where nothing more is known than the code says.</summary>
    public static string? Word(this FailureReason reason) => reason switch
    {
        FailureReason.InputMissing => "input-missing",
        FailureReason.InputInvalid => "input-invalid",
        FailureReason.SecretMissing => "secret-missing",
        FailureReason.ErrorStatus => "error-status",
        FailureReason.Unreachable => "unreachable",
        FailureReason.BrokenOff => FailureDetail.BrokenOff,
        FailureReason.UnusableReply => "unusable-reply",
        _ => null,
    };
}
