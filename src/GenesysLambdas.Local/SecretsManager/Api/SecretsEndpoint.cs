using System.Collections.Frozen;

namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>
/// Secrets Manager's protocol: JSON 1.1 with the operation in <c>X-Amz-Target</c>
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html">Actions</see>).
/// </summary>
/// <param name="accessKeyId">The only valid access key; null if any is valid.</param>
internal sealed class SecretsEndpoint(SecretStore store, string? accessKeyId)
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string TargetPrefix = "secretsmanager.";
    private const int MaxBodyBytes = 1024 * 1024;

    private static readonly FrozenDictionary<string, Func<SecretStore, SecretsRequest, JsonObject>> Operations =
        new Dictionary<string, Func<SecretStore, SecretsRequest, JsonObject>>
        {
            ["CreateSecret"] = SecretOperations.Create,
            ["UpdateSecret"] = SecretOperations.Update,
            ["DescribeSecret"] = SecretOperations.Describe,
            ["ListSecrets"] = SecretOperations.List,
            ["GetSecretValue"] = ValueOperations.Get,
            ["PutSecretValue"] = ValueOperations.Put,
            ["BatchGetSecretValue"] = ValueOperations.BatchGet,
            ["ListSecretVersionIds"] = ValueOperations.ListVersions,
            ["UpdateSecretVersionStage"] = ValueOperations.UpdateStage,
            ["GetRandomPassword"] = PasswordOperations.Create,
            ["DeleteSecret"] = DeletionOperations.Delete,
            ["RestoreSecret"] = DeletionOperations.Restore,
            ["GetResourcePolicy"] = SecretOperations.GetPolicy,
            ["RotateSecret"] = SecretOperations.Rotate,
        }.ToFrozenDictionary();

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var (status, answer) = (StatusCodes.Status200OK, (JsonObject?)null);
        try
        {
            answer = await AnswerAsync(context.Request);
        }
        catch (SecretsManagerException exception)
        {
            (status, answer) = (StatusCodes.Status400BadRequest, new JsonObject { ["__type"] = exception.Type, ["Message"] = exception.Message });
        }

        await context.Response.WriteAsync(status, answer, ContentType);
    }

    private async Task<JsonObject> AnswerAsync(HttpRequest request)
    {
        Authorization.Check(request.Headers.Authorization, accessKeyId);
        var target = request.Headers["X-Amz-Target"].FirstOrDefault() ?? "";
        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) && Operations.TryGetValue(target[TargetPrefix.Length..], out var operation)
            ? operation(store, new SecretsRequest(await ReadAsync(request)))
            : throw new SecretsManagerException("UnknownOperationException", $"The emulator does not support the operation '{target}'.");
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes)
        {
            throw new SecretsManagerException("ValidationException", "The request is too large.");
        }

        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject
                ?? throw new SecretsManagerException("SerializationException", "The request must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new SecretsManagerException("SerializationException", "The request is not JSON.");
        }
    }
}
