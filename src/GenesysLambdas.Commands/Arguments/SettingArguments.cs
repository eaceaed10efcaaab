namespace GenesysLambdas.Commands.Arguments;

/// <summary>The option <c>--env NAME=VALUE</c>.</summary>
internal static class SettingArguments
{
    private static readonly ExternalApiSettings AnyApi = new("<API>");
    private static readonly string[] SetByTheEmulator = [HostSettings.Handler, HostSettings.RuntimeApi];

    public static Option<string[]> Option() => Options.Texts(
        "--env",
        "NAME=VALUE",
        $"""
            Sets an environment variable of the function; can be repeated. Settings are never taken from your shell.
            {AnyApi.BaseUrl.Name}=https://... calls a real API instead of the stand-in, without the stand-in's secret. If the API needs one,
            pass it with --secret, or name it in {AnyApi.SecretId.Name}: a secret that you created on 'serve', or one in AWS, with
            AWS_ENDPOINT_URL_SECRETS_MANAGER= (empty), AWS_REGION and your AWS keys. Besides the settings, AWS_*, LAMBDA_*,
            DOTNET_*, SSL_CERT_*, and the variables for proxies, locale and folders are accepted.
            """.ReplaceLineEndings(" "),
        "-e");

    /// <summary>If a name is repeated, the last value wins.</summary>
    public static Dictionary<string, string> Read(IReadOnlyList<LookupContract> contracts, IEnumerable<string> arguments)
    {
        var settings = new Dictionary<string, string>();
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            if (!IsName(parts[0]))
            {
                throw new ToolException($"--env {argument} does not start with a variable's name: write --env NAME=VALUE.");
            }

            if (SetByTheEmulator.Contains(parts[0]))
            {
                throw new ToolException($"--env {parts[0]} cannot be set: the emulator sets it.");
            }

            if (!KnownSettings.IsGeneral(parts[0]) && !KnownSettings.Names(contracts).Contains(parts[0]))
            {
                throw Unknown(contracts, parts[0]);
            }

            if (parts.Length == 1)
            {
                throw new ToolException($"--env {argument} has no value: write --env {argument}=VALUE.");
            }

            settings[parts[0]] = parts[1];
        }

        return settings;
    }

    private static ToolException Unknown(IReadOnlyList<LookupContract> contracts, string name) =>
        new($"There is no setting {name}. Nearest: {string.Join(", ", LookupNames.NearestFew(KnownSettings.Names(contracts), name))}. "
            + "docs/settings.md lists them all.");

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
