using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>An integration: <c>Integration</c> and <c>IntegrationConfiguration</c> of MyPureCloud/platform-client-sdk-dotnet.</summary>
internal sealed record PlatformIntegration(string Id, string Name, string Type)
{
    public const string Lambda = "aws-lambda-data-actions";

    /// <summary>ACTIVE, ACTIVATING, INACTIVE, DEACTIVATING or ERROR.</summary>
    public string State { get; set; } = "ACTIVE";

    /// <summary>ENABLED or DISABLED.</summary>
    public string IntendedState { get; set; } = "ENABLED";

    /// <summary>Null: none is set.</summary>
    public PlatformCredential? Credential { get; set; }
}

/// <summary>A credential of the type <c>amazonWebServicesARN</c>.</summary>
internal sealed record PlatformCredential(string Id, string Name)
{
    public required string RoleArn { get; set; }
}

/// <summary>One call of an action.</summary>
/// <param name="ActionId">Which action.</param>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ResponseStatus">The HTTP status that the flow saw.</param>
/// <param name="ErrorType"><see cref="NoError"/> when it did not fail; null: the statistics do not say.</param>
internal sealed record PlatformExecution(string ActionId, DateTimeOffset At, TimeSpan Duration, string ResponseStatus, string? ErrorType)
{
    public const string NoError = "NONE";

    public string CorrelationId { get; } = Guid.NewGuid().ToString();
}

/// <summary>What the organization has. Nothing is forgotten.</summary>
internal sealed class PlatformState
{
    public List<PlatformIntegration> Integrations { get; } = [];

    public List<PlatformAction> Actions { get; } = [];

    public List<PlatformExecution> Executions { get; } = [];

    public PlatformIntegration? Integration(string? id) => Integrations.Find(integration => integration.Id == id);

    public PlatformAction Action(string id) => Actions.Find(action => action.Id == id) ?? throw new PlatformException(PlatformError.NotFound);

    public bool IsLambda(JsonObject action) => Integration((string?)action["integrationId"])?.Type == PlatformIntegration.Lambda;

    public IReadOnlyList<PlatformError> Violations(JsonObject action) => [.. ContractRules.Violations(action, IsLambda(action))];

    /// <summary>Keeps a new action. Two of the same name are allowed: no public source says that they are refused.</summary>
    public PlatformAction Create(JsonNode? body, bool asDraft)
    {
        var input = PlatformBody.Read<PostActionInput>(body);
        if (Integration(input.IntegrationId) is null)
        {
            throw PlatformBody.Refused(new ErrorDetail("not.found", "integrationId"));
        }

        var content = body!.DeepClone().AsObject();
        content["secure"] ??= false;
        if (!asDraft)
        {
            Demand(Violations(content));
        }

        var action = new PlatformAction($"custom_-_{Guid.NewGuid()}");
        action.Create(content, asDraft);
        Actions.Add(action);
        return action;
    }

    /// <summary>Fails when there are objections.</summary>
    public static void Demand(IReadOnlyList<PlatformError> objections)
    {
        if (objections.Count > 0)
        {
            throw new PlatformException(
                PlatformError.BadRequest("The action is not valid.", [.. objections.SelectMany(error => error.Details)]) with { Errors = objections });
        }
    }
}
