namespace GenesysLambdas.Local.HttpApi;

/// <summary>Decides who may call over HTTP.</summary>
internal interface IHttpAuthorizer
{
    Task<HttpDecision> DecideAsync(HttpRequest request, HttpEvents events);
}

/// <summary>Whether a call may go on.</summary>
/// <param name="Status">200, or the status of the refusal.</param>
/// <param name="Context">What the function's event says about the caller; null: nothing.</param>
/// <param name="Challenge">The refusal's header <c>www-authenticate</c>; null: none.</param>
internal sealed record HttpDecision(int Status, JsonObject? Context = null, string? Challenge = null)
{
    public static HttpDecision Admitted { get; } = new(StatusCodes.Status200OK);

    public static HttpDecision Unauthorized { get; } = new(StatusCodes.Status401Unauthorized);

    public static HttpDecision Forbidden { get; } = new(StatusCodes.Status403Forbidden);

    public static HttpDecision Failed { get; } = new(StatusCodes.Status500InternalServerError);
}
