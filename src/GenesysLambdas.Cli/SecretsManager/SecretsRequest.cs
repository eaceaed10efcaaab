using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>Reads the members of a request.</summary>
internal sealed class SecretsRequest(JsonObject json)
{
    /// <summary>A text that must be there.</summary>
    /// <exception cref="SecretsManagerException">It is not.</exception>
    public string Required(string name) => Optional(name) is { Length: > 0 } text
        ? text
        : throw SecretsManagerException.InvalidParameter($"You must provide a value for the {name} parameter.");

    /// <summary>A text, or null where there is none.</summary>
    /// <exception cref="SecretsManagerException">It is something else.</exception>
    public string? Optional(string name) => Member(name, JsonValueKind.String)?.GetValue<string>();

    /// <summary>A whole number, or null where there is none.</summary>
    /// <exception cref="SecretsManagerException">It is something else.</exception>
    public int? Number(string name) => Member(name, JsonValueKind.Number) is not { } number
        ? null
        : number.AsValue().TryGetValue<int>(out var value) ? value : throw Invalid(name);

    /// <summary>A list of texts, or null where there is none.</summary>
    /// <exception cref="SecretsManagerException">It is something else, or empty.</exception>
    public IReadOnlyList<string>? Texts(string name)
    {
        var array = Member(name, JsonValueKind.Array)?.AsArray();
        return array is null ? null
            : array.Count > 0 && array.All(item => item?.GetValueKind() == JsonValueKind.String) ? [.. array.Select(item => item!.GetValue<string>())]
            : throw Invalid(name);
    }

    /// <summary>A secret's value, or null where there is neither text nor bytes.</summary>
    /// <exception cref="SecretsManagerException">There are both, or the bytes are not base64.</exception>
    public SecretValue? Value()
    {
        var text = Optional("SecretString");
        var binary = Optional("SecretBinary");
        if (text is not null && binary is not null)
        {
            throw SecretsManagerException.InvalidParameter("You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        if (binary is not null && !Convert.TryFromBase64String(binary, new byte[binary.Length], out _))
        {
            throw Invalid("SecretBinary");
        }

        return text is null && binary is null ? null : new SecretValue(text, binary);
    }

    /// <summary>Refuses a member that the emulator would have to ignore.</summary>
    /// <exception cref="SecretsManagerException">It is there.</exception>
    public void Refuse(string name)
    {
        if (json[name] is not null)
        {
            throw SecretsManagerException.InvalidParameter($"The emulator does not have the parameter {name}.");
        }
    }

    private JsonNode? Member(string name, JsonValueKind kind) => json[name] is not { } member
        ? null
        : member.GetValueKind() == kind ? member : throw Invalid(name);

    private static SecretsManagerException Invalid(string name) => SecretsManagerException.InvalidParameter($"The parameter {name} is not valid.");
}
