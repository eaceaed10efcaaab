using GenesysLambdas.Local.Access;

namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>
/// Checks the form of a request's signature, but not the signature itself, since the emulator has no keys
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">Elements of a request signature</see>).
/// </summary>
internal static class Authorization
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";
    private const int SignatureLength = 64;

    /// <param name="accessKeyId">The only valid access key; null if any is valid.</param>
    public static void Check(string? header, string? accessKeyId)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            throw new SecretsManagerException("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        Require(header.StartsWith(Algorithm, StringComparison.Ordinal), "Authorization header requires 'AWS4-HMAC-SHA256'.");
        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1]);
        var scope = Part("Credential").Split('/');
        Require(
            scope is [_, .., { Length: 8 }, { Length: > 0 }, _, "aws4_request"],
            "Credential must have five parts: access key, date, region, service, aws4_request.");
        if (scope[^2] != "secretsmanager")
        {
            throw new SecretsManagerException("InvalidSignatureException", "Credential should be scoped to correct service: 'secretsmanager'.");
        }

        var signed = Part("SignedHeaders").Split(';');
        Require(signed.Contains("host") && signed.Contains("x-amz-date"), "SignedHeaders must have 'host' and 'x-amz-date'.");
        var signature = Part("Signature");
        Require(signature.Length == SignatureLength && signature.All(char.IsAsciiHexDigitLower), "Signature must be 64 hexadecimal digits.");
        if (accessKeyId is not null && !LocalKeys.AreSame(scope[0], accessKeyId))
        {
            // AWS's message for an unknown key, from github.com/external-secrets/external-secrets/issues/4254.
            throw new SecretsManagerException("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        string Part(string name)
        {
            var value = parts[name].FirstOrDefault("");
            Require(value.Length > 0, $"Authorization header requires '{name}' parameter.");
            return value;
        }
    }

    private static void Require(bool isSo, string message)
    {
        if (!isSo)
        {
            throw new SecretsManagerException("IncompleteSignatureException", message);
        }
    }
}
