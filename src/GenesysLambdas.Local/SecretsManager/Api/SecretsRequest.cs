using System.Text;

namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>Reads a request's members. A wrong type is an error.</summary>
internal sealed class SecretsRequest(JsonObject json)
{
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
    private const int MaxValueBytes = 65_536;

    public string Required(string name) => Optional(name) is { Length: > 0 } text
        ? text
        : throw SecretsManagerException.InvalidParameter($"You must provide a value for the {name} parameter.");

    public string? Optional(string name) => Member(name, JsonValueKind.String)?.GetValue<string>();

    public int? Number(string name) => Member(name, JsonValueKind.Number) is not { } number
        ? null
        : number.AsValue().TryGetValue<int>(out var value) ? value : throw Invalid(name);

    public bool Flag(string name, bool absent = false) => json[name] is not { } member ? absent
        : member.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Invalid(name) };

    public IReadOnlyList<string>? Strings(string name)
    {
        var array = Member(name, JsonValueKind.Array)?.AsArray();
        return array is null ? null
            : array.Count > 0 && array.All(item => item?.GetValueKind() == JsonValueKind.String) ? [.. array.Select(item => item!.GetValue<string>())]
            : throw Invalid(name);
    }

    /// <summary>Null if the request has neither a string nor bytes.</summary>
    public SecretValue? Value()
    {
        var text = Optional("SecretString");
        var binary = Optional("SecretBinary");
        if (text is not null && binary is not null)
        {
            throw SecretsManagerException.InvalidParameter("You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        var size = Encoding.UTF8.GetByteCount(text ?? "");
        if (binary is not null && !Convert.TryFromBase64String(binary, new byte[binary.Length], out size))
        {
            throw Invalid("SecretBinary");
        }

        if (size > MaxValueBytes)
        {
            throw SecretsManagerException.Invalid(
                text is null ? "SecretBinary" : "SecretString", $"Member must have length less than or equal to {MaxValueBytes}");
        }

        return text is null && binary is null ? null : new SecretValue(text, binary);
    }

    public void Refuse(string name)
    {
        if (json[name] is not null)
        {
            throw SecretsManagerException.InvalidParameter($"The emulator does not support the parameter {name}.");
        }
    }

    private JsonNode? Member(string name, JsonValueKind kind) => json[name] is not { } member
        ? null
        : member.GetValueKind() == kind ? member : throw Invalid(name);

    private static SecretsManagerException Invalid(string name) => SecretsManagerException.InvalidParameter($"The parameter {name} is not valid.");
}
