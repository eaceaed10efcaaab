using System.Security.Cryptography;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>What this program's own user knows and other accounts on the machine cannot guess, where the system does not say whose a connection is.</summary>
/// <param name="AccessKeyId">The access key that Secrets Manager takes.</param>
/// <param name="RuntimePath">What every path of the runtime API begins with, such as <c>/x</c>.</param>
/// <param name="Page">What a browser must show once to use the page.</param>
internal sealed record LocalKeys(string AccessKeyId, string RuntimePath, string Page)
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // Each has 5 bits.
    private const int Length = 27;

    /// <summary>The keys for an emulator that has real secrets; null: it has none.</summary>
    public static LocalKeys? For(EmulatorOptions options) => options.Secrets.Count == 0 ? null
        : FunctionVariables.BringsCredentials(options.Settings)
            ? throw new ToolException(
                "With --secret, only the access key that this command makes up may read secrets: leave out AWS_ACCESS_KEY_ID and AWS_PROFILE.")
        : New();

    private static LocalKeys New() => new("LOCAL" + Random(), "/" + Random(), Random());

    /// <summary>Whether two keys are the same, in a time that does not tell how much of them is.</summary>
    public static bool AreSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(expected));

    private static string Random() => RandomNumberGenerator.GetString(Characters, Length);
}
