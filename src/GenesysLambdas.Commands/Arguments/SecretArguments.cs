using GenesysLambdas.Local;

namespace GenesysLambdas.Commands.Arguments;

/// <summary>The option <c>--secret API=VALUE</c>. No message repeats the argument: a typing error may have put the secret anywhere in it.</summary>
internal sealed class SecretArguments(SuiteNames names, IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private const string Unseen = "-";

    public static Option<string[]> Option() => Options.Texts(
        "--secret",
        "API=VALUE",
        $"""
            The secret of an external API, such as CUSTOMER_API=token; can be repeated. It is stored in the local Secrets Manager,
            under the name in {new ExternalApiSettings("<API>").SecretId.Name} if --env sets that.
            Use CUSTOMER_API=- to keep it out of your shell's history: then it is asked for, or read from standard input, one
            secret per line.
            """.ReplaceLineEndings(" "));

    /// <summary>Whether a secret must be read from the terminal or standard input.</summary>
    public static bool WantsInput(IEnumerable<string> arguments) => arguments.Any(argument => argument.EndsWith($"={Unseen}", StringComparison.Ordinal));

    /// <summary>Reads the secrets, and adds the names that they are stored under to the settings.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        IReadOnlyList<string> arguments, Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0 && settings.ContainsKey(LocalAws.SecretsEndpointSetting))
        {
            throw new ToolException(
                $"--secret goes into the local Secrets Manager, but {LocalAws.SecretsEndpointSetting} sets another: use only one of them.");
        }

        var secrets = new Dictionary<string, string>();
        foreach (var (api, value) in await ReadUnseenAsync(Parse(arguments), cancellationToken))
        {
            if (value.Length == 0)
            {
                throw new ToolException($"The secret of {api} is empty.");
            }

            var setting = new ExternalApiSettings(api).SecretId.Name;
            var name = settings.GetValueOrDefault(setting) is { Length: > 0 } given ? given : names.SecretOf(api);
            if (name.StartsWith("arn:", StringComparison.Ordinal))
            {
                throw new ToolException($"The local Secrets Manager generates its own ARNs: set {setting} to a name, or omit it.");
            }

            if (!secrets.TryAdd(name, value))
            {
                throw new ToolException($"{setting} names the secret of another --secret.");
            }

            settings[setting] = name;
        }

        return secrets;
    }

    private List<(string Api, string Value)> Parse(IReadOnlyList<string> arguments)
    {
        string[] known = [.. contracts.Select(contract => contract.Api.Name).Distinct()];
        var secrets = new List<(string Api, string Value)>();
        foreach (var parts in arguments.Select(argument => argument.Split('=', 2)))
        {
            if (Array.Find(known, name => name == parts[0]) is not { } api)
            {
                var suggestion = LookupNames.Nearest(known, parts[0]) is { } nearest ? $" Did you mean {nearest}?" : "";
                throw new ToolException($"--secret needs an API before the =, such as {known[0]}=VALUE.{suggestion} The APIs are: {string.Join(", ", known)}.");
            }

            if (parts.Length == 1)
            {
                throw new ToolException($"--secret {api} has no value: write --secret {api}=VALUE, or {api}={Unseen} to be asked for it.");
            }

            if (secrets.Exists(secret => secret.Api == api))
            {
                throw new ToolException($"The secret of {api} is given twice.");
            }

            secrets.Add((api, parts[1]));
        }

        return secrets;
    }

    private async Task<List<(string Api, string Value)>> ReadUnseenAsync(List<(string Api, string Value)> secrets, CancellationToken cancellationToken)
    {
        var unseen = secrets.Where(secret => secret.Value == Unseen).Select(secret => secret.Api).ToList();
        if (unseen.Count == 0)
        {
            return secrets;
        }

        var values = new Queue<string>();
        if (terminal.CanAsk)
        {
            foreach (var api in unseen)
            {
                values.Enqueue(await terminal.AskUnseen($"Secret of {api}:", cancellationToken));
            }
        }
        else
        {
            using var input = new StreamReader(terminal.In, leaveOpen: true);
            var text = (await input.ReadToEndAsync(cancellationToken)).TrimEnd('\r', '\n');
            values = new Queue<string>(unseen.Count == 1 ? [text] : text.Split('\n', StringSplitOptions.TrimEntries));
            if (values.Count != unseen.Count)
            {
                throw new ToolException($"Standard input has {values.Count} lines, but needs {unseen.Count}: one secret per line.");
            }
        }

        return [.. secrets.Select(secret => secret.Value == Unseen ? (secret.Api, values.Dequeue()) : secret)];
    }
}
