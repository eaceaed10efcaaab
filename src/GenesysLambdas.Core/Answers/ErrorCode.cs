namespace GenesysLambdas.Core.Answers;

/// <summary>What went wrong, as the output <c>errorCode</c> names it.</summary>
public enum ErrorCode
{
    /// <summary>An input is missing, of the wrong type or out of range.</summary>
    ValidationError,

    /// <summary>Nothing was found by a lookup that has no output of its own to say so.</summary>
    NotFound,

    /// <summary>A setting or secret is absent or malformed.</summary>
    ConfigurationError,

    /// <summary>The external API answered with an error or with something unusable, or could not be reached.</summary>
    ExternalApiError,

    /// <summary>The external API refused our credentials, also after a fresh secret.</summary>
    ExternalApiUnauthorized,

    /// <summary>The external API answered 429, and waiting does not fit the deadline.</summary>
    ExternalApiThrottled,

    /// <summary>The external API has been failing, and was not called this time.</summary>
    CircuitOpen,

    /// <summary>No answer within the deadline.</summary>
    ExternalApiTimeout,

    /// <summary>A defect here.</summary>
    InternalServerError,
}

internal static class ErrorCodes
{
    public static (int Status, string Name) ToOutputs(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationError => (400, nameof(ErrorCode.ValidationError)),
        ErrorCode.NotFound => (404, nameof(ErrorCode.NotFound)),
        ErrorCode.ConfigurationError => (500, nameof(ErrorCode.ConfigurationError)),
        ErrorCode.ExternalApiError => (502, nameof(ErrorCode.ExternalApiError)),
        ErrorCode.ExternalApiUnauthorized => (502, nameof(ErrorCode.ExternalApiUnauthorized)),
        ErrorCode.ExternalApiThrottled => (503, nameof(ErrorCode.ExternalApiThrottled)),
        ErrorCode.CircuitOpen => (503, nameof(ErrorCode.CircuitOpen)),
        ErrorCode.ExternalApiTimeout => (504, nameof(ErrorCode.ExternalApiTimeout)),
        _ => (500, nameof(ErrorCode.InternalServerError)),
    };
}
