namespace GenesysLambdas.Core.Answers;

/// <summary>The values of the output <c>errorCode</c>.</summary>
public enum ErrorCode
{
    /// <summary>An input is missing, of the wrong type or out of range.</summary>
    ValidationError,

    /// <summary>A lookup without a "found" output found nothing.</summary>
    NotFound,

    /// <summary>A setting or secret is missing or invalid.</summary>
    ConfigurationError,

    /// <summary>The external API returned an error or an unusable reply, or could not be reached.</summary>
    ExternalApiError,

    /// <summary>The external API refused our credentials, even after the secret was fetched again.</summary>
    ExternalApiUnauthorized,

    /// <summary>The external API replied 429, and there is no time to wait.</summary>
    ExternalApiThrottled,

    /// <summary>The external API has been failing, and was not called this time.</summary>
    CircuitOpen,

    /// <summary>There was no reply before the deadline.</summary>
    ExternalApiTimeout,

    /// <summary>A bug in this code.</summary>
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
