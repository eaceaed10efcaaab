using System.Security.Cryptography;

namespace GenesysLambdas.Local.Access;

/// <summary>Keys that other accounts on the machine cannot guess, for systems that do not show which user owns a connection.</summary>
/// <param name="AccessKeyId">The access key that Secrets Manager accepts.</param>
/// <param name="RuntimePath">The path in front of every runtime API, such as <c>/x</c>.</param>
/// <param name="Page">The key that a browser must send once to use the page.</param>
public sealed record LocalKeys(string AccessKeyId, string RuntimePath, string Page)
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // Each character has 5 bits.
    private const int Length = 27;

    internal static LocalKeys New() => new("LOCAL" + Random(), "/" + Random(), Random());

    /// <summary>Compares two keys in constant time.</summary>
    internal static bool AreSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(expected));

    private static string Random() => RandomNumberGenerator.GetString(Characters, Length);
}
