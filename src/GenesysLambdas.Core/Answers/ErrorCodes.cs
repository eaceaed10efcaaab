namespace GenesysLambdas.Answers;

internal static class ErrorCodes
{
    /// <summary>The output <c>statusCode</c> that goes with a code.</summary>
    public static int StatusCode(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationError => 400,
        ErrorCode.NotFound => 404,
        ErrorCode.ExternalApiError or ErrorCode.ExternalApiUnauthorized => 502,
        ErrorCode.ExternalApiThrottled or ErrorCode.CircuitOpen => 503,
        ErrorCode.ExternalApiTimeout => 504,
        _ => 500,
    };

    /// <summary>The output <c>errorCode</c>.</summary>
    public static string Name(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationError => nameof(ErrorCode.ValidationError),
        ErrorCode.NotFound => nameof(ErrorCode.NotFound),
        ErrorCode.ConfigurationError => nameof(ErrorCode.ConfigurationError),
        ErrorCode.ExternalApiError => nameof(ErrorCode.ExternalApiError),
        ErrorCode.ExternalApiUnauthorized => nameof(ErrorCode.ExternalApiUnauthorized),
        ErrorCode.ExternalApiThrottled => nameof(ErrorCode.ExternalApiThrottled),
        ErrorCode.CircuitOpen => nameof(ErrorCode.CircuitOpen),
        ErrorCode.ExternalApiTimeout => nameof(ErrorCode.ExternalApiTimeout),
        _ => nameof(ErrorCode.InternalServerError),
    };
}
