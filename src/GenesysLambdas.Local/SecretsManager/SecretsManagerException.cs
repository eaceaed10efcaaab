namespace GenesysLambdas.Local.SecretsManager;

internal sealed class SecretsManagerException(string type, string message) : Exception(message)
{
    /// <summary>The error's name, such as <c>ResourceNotFoundException</c>.</summary>
    public string Type { get; } = type;

    public static SecretsManagerException NotFound(string what = "secret") =>
        new("ResourceNotFoundException", $"Secrets Manager can't find the specified {what}.");

    public static SecretsManagerException Exists(string message) => new("ResourceExistsException", message);

    public static SecretsManagerException Deleted() =>
        InvalidRequest("You can't perform this operation on the secret because it was marked for deletion.");

    public static SecretsManagerException InvalidRequest(string message) => new("InvalidRequestException", message);

    public static SecretsManagerException InvalidParameter(string message) => new("InvalidParameterException", message);

    /// <summary>The message does not include the value, which may be secret.</summary>
    public static SecretsManagerException Invalid(string member, string constraint) => new(
        "ValidationException",
        $"1 validation error detected: Value at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: {constraint}");
}
