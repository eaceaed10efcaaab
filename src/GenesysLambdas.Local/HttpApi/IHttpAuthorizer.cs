namespace GenesysLambdas.Local.HttpApi;

/// <summary>Decides whether an HTTP request may call a function.</summary>
internal interface IHttpAuthorizer
{
    Task<HttpDecision> DecideAsync(HttpRequest request, HttpEvents events);
}

/// <param name="Status">200, or the status of the refusal.</param>
/// <param name="Context">The authorizer's context in the function's event; null if it has none.</param>
/// <param name="Challenge">The <c>www-authenticate</c> header of a refusal; null without one.</param>
internal sealed record HttpDecision(int Status, JsonObject? Context = null, string? Challenge = null)
{
    public static HttpDecision Admitted { get; } = new(StatusCodes.Status200OK);

    public static HttpDecision Unauthorized { get; } = new(StatusCodes.Status401Unauthorized);

    public static HttpDecision Forbidden { get; } = new(StatusCodes.Status403Forbidden);

    public static HttpDecision Failed { get; } = new(StatusCodes.Status500InternalServerError);
}
