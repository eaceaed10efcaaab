namespace GenesysLambdas.Lookups;

public sealed partial record UserLookupInputs
{
    [Input("user_id", "The user's id.", MaxLength = 64, Format = TextFormat.PathSegment, Missing = "The user_id parameter is required.")]
    public required string UserId { get; init; }
}

public sealed partial record UserLookupOutputs : LookupOutputs
{
    [Output("userFound", "True if a user was found.")]
    public bool UserFound { get; init; }

    [Output("displayName", "The user's full name.")]
    public string DisplayName { get; init; } = "";

    [Output("emailAddress", "The user's email address.")]
    public string EmailAddress { get; init; } = "";

    [Output("companyName", "The company the user works for.")]
    public string CompanyName { get; init; } = "";

    [Output("message", "Why no user was found; empty if one was.")]
    public string Message { get; init; } = "";
}

[Lookup("user-lookup", "Finds a user by id.", Api = typeof(UserApi))]
public sealed partial class UserLookup(LookupHost host) : Lookup<UserLookupInputs, UserLookupOutputs>(host, Contract)
{
    [LambdaFunction(ResourceName = "UserLookupFunction")]
    public Task<Answer> LookUpUser(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<UserLookupOutputs> LookUpAsync(UserLookupInputs inputs, ApiCall api)
    {
        var user = await api.GetAsync($"users/{inputs.UserId}", UserLookupJson.Default.User);
        return user switch
        {
            null => new() { Message = "User not found" },
            // A reply that is JSON but not a user must not look like one.
            { Id: null or "", Name: null or "" } => throw new LookupException(Failure.UnusableReply("The external API's reply contains no user")),
            _ => new()
            {
                UserFound = true,
                DisplayName = user.Name ?? "",
                EmailAddress = user.Email ?? "",
                CompanyName = user.Company?.Name ?? "",
            },
        };
    }

    protected override bool IsFound(UserLookupOutputs outputs) => outputs.UserFound;

    protected override string Explain(Failure failure) => failure switch
    {
        { ExternalStatus: { } status } => $"External API returned {status}",
        { Code: ErrorCode.ExternalApiTimeout } => "Gateway Timeout",
        { Code: ErrorCode.InternalServerError } => "Internal Server Error",
        _ => failure.Message,
    };

    protected override UserLookupOutputs Failed(Failure failure) => new() { Message = failure.Message };
}

internal sealed record User(string? Id, string? Name, string? Email, User.Employer? Company)
{
    internal sealed record Employer(string? Name);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(User))]
internal sealed partial class UserLookupJson : JsonSerializerContext;
