using System.Security.Cryptography;

namespace GenesysLambdas.Local.SecretsManager.Api;

internal static class PasswordOperations
{
    private const int DefaultLength = 32;
    private const int MaxLength = 4096;

    private static readonly (string Exclusion, string Characters)[] Types =
    [
        ("ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"),
        ("ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("ExcludeNumbers", "0123456789"),
        ("ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    ];

    public static JsonObject Create(SecretStore store, SecretsRequest request)
    {
        var length = request.Number("PasswordLength") ?? DefaultLength;
        var excluded = request.Optional("ExcludeCharacters") ?? "";
        if (length is < 1 or > MaxLength)
        {
            throw SecretsManagerException.Invalid("PasswordLength", $"Member must have value between 1 and {MaxLength}");
        }

        if (excluded.Length > MaxLength)
        {
            throw SecretsManagerException.Invalid("ExcludeCharacters", $"Member must have length less than or equal to {MaxLength}");
        }

        var types = Types.Where(type => !request.Flag(type.Exclusion))
            .Select(type => Without(type.Characters, excluded)).Where(type => type.Length > 0).ToList();
        var all = string.Concat(types) + Without(request.Flag("IncludeSpace") ? " " : "", excluded);
        if (all.Length == 0)
        {
            throw SecretsManagerException.InvalidParameter("The exclusions leave no characters for a password.");
        }

        var required = request.Flag("RequireEachIncludedType", absent: true) ? types : [];
        return required.Count > length
            ? throw SecretsManagerException.InvalidParameter("Password length is too short based on the required types.")
            : new JsonObject { ["RandomPassword"] = Create(length, required, all) };
    }

    private static string Create(int length, List<string> required, string all)
    {
        char[] password =
        [
            .. required.Select(type => RandomNumberGenerator.GetString(type, 1)[0]),
            .. RandomNumberGenerator.GetString(all, length - required.Count),
        ];
        RandomNumberGenerator.Shuffle(password.AsSpan());
        return new(password);
    }

    private static string Without(string characters, string excluded) => string.Concat(characters.Where(character => !excluded.Contains(character)));
}
