namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>An error answer of Secrets Manager.</summary>
internal sealed class SecretsManagerException(string type, string message) : Exception(message)
{
    /// <summary>The error's name, such as <c>ResourceNotFoundException</c>.</summary>
    public string Type { get; } = type;

    public static SecretsManagerException NotFound(string what = "secret") =>
        new("ResourceNotFoundException", $"Secrets Manager can't find the specified {what}.");

    public static SecretsManagerException Exists(string message) => new("ResourceExistsException", message);

    public static SecretsManagerException InvalidParameter(string message) => new("InvalidParameterException", message);
}
