namespace GenesysLambdas.Core.Contracts;

/// <summary>The settings that every function has.</summary>
public static class HostSettings
{
    /// <summary>The variable that names the method to run. It differs for each function in a stack.</summary>
    public const string Handler = "ANNOTATIONS_HANDLER";

    /// <summary>Lambda's variable with the address of the runtime API.</summary>
    public const string RuntimeApi = "AWS_LAMBDA_RUNTIME_API";

    public static IntegerSetting SecretCacheSeconds { get; } = new(
        "SECRET_CACHE_SECONDS", "how long a secret is cached, {range} s", Fallback: 300, Minimum: 0, Maximum: 86_400);

    public static IntegerSetting DeadlineReserve { get; } = new(
        "DEADLINE_RESERVE_MS", "the part of the remaining time that is reserved for answering, {range} ms", Fallback: 500, Minimum: 0, Maximum: 60_000);

    public static ChoiceSetting HttpStatus { get; } = new(
        "HTTP_STATUS",
        "the HTTP status of an answer to an [HTTP event](answers.md#requests): `200` for every answer, "
        + "so that a flow gets its outputs, or `answer` for the answer's own `statusCode`",
        "200",
        "answer");

    public static Setting TrustedRoots { get; } = new(
        "TRUSTED_ROOTS",
        "a PEM file with the trusted root certificates, for example the system's plus your own; "
        + "see [Performance](performance.md#tls-trust)")
    {
        Unset = "the system's roots",
    };

    public static Setting MetricsStack { get; } = new(
        "METRICS_STACK", "the stack's name, a dimension of the metrics and a field of the log; `template.yaml` sets it")
    {
        Unset = "none: no such dimension",
    };

    public static IReadOnlyList<Setting> All => [SecretCacheSeconds, DeadlineReserve, HttpStatus, TrustedRoots, MetricsStack];
}

/// <summary>The settings of the HTTP API's authorizer.</summary>
public static class HttpAccessSettings
{
    /// <summary>The authorizer's name in the log.</summary>
    public const string AuthorizerName = "http-authorizer";

    public static Setting TokenSecretId { get; } = new(
        "HTTP_TOKEN_SECRET_ID", "name or ARN of the secret with the token that callers send; its current and previous versions are both valid")
    {
        Unset = "none: every request is refused",
    };

    public static Setting TokenHeader { get; } = new(
        "HTTP_TOKEN_HEADER", "the header with the bare token; not one of the headers that `X_AUTH` rejects", "Authorization")
    {
        Unset = "`Authorization`, with the token after `Bearer`",
    };

    public static IReadOnlyList<Setting> All => [TokenSecretId, TokenHeader];
}
