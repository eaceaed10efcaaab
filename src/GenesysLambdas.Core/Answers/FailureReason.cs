namespace GenesysLambdas.Answers;

/// <summary>What a lookup may word differently within one <see cref="ErrorCode"/>.</summary>
public enum FailureReason
{
    /// <summary>Nothing more is known than the code says.</summary>
    Unspecified,

    /// <summary>A required input was not given.</summary>
    InputMissing,

    /// <summary>An input was given, but not as it must be.</summary>
    InputInvalid,

    /// <summary>A secret that is needed is not configured or does not exist.</summary>
    SecretMissing,

    /// <summary>The external API answered with an error status.</summary>
    ErrorStatus,

    /// <summary>The external API could not be reached: nothing was sent.</summary>
    Unreachable,

    /// <summary>The connection broke after it may have carried the request.</summary>
    BrokenOff,

    /// <summary>The external API answered, but not with the JSON expected.</summary>
    UnusableReply,
}
