namespace GenesysLambdas.Answers;

internal static class ErrorCodes
{
    /// <summary>A code as the outputs <c>statusCode</c> and <c>errorCode</c>.</summary>
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
