using System.Text;
using GenesysLambdas.Local;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Commands.Printing;

/// <summary>What <c>serve</c> prints when it is ready.</summary>
internal static class Welcome
{
    /// <param name="page">The page's address, including its key if it has one.</param>
    /// <param name="header">The header that carries the token in the local secret.</param>
    /// <param name="jwt">A token for the HTTP API; null if it accepts the one in the local secret.</param>
    public static string Write(LocalServer server, Uri page, string header, string? jwt)
    {
        var (contracts, secrets) = (server.Options.Contracts, server.SecretNames.ToList());
        var url = server.Endpoint.GetLeftPart(UriPartial.Authority);
        var text = new StringBuilder();
        text.AppendLine($"Run the lookups from a page in your browser: {page}").AppendLine();
        text.AppendLine($"Serving on {url}, for this machine only. Press Ctrl-C to stop.");
        text.AppendLine(WhoMayCall(server)).AppendLine();

        text.AppendLine("Functions (each starts when it is first invoked):");
        var width = contracts.Max(contract => contract.Name.Length);
        foreach (var contract in contracts)
        {
            text.AppendLine($"  {contract.Name.PadRight(width)}  {contract.Function}");
        }

        text.AppendLine().AppendLine(jwt is null
            ? $"Over HTTP, with the token in the secret {server.Options.Names.HttpTokenSecret}:"
            : "Over HTTP, with the JSON web token below:");
        text.AppendLine($"  POST {url}{HttpPath.Root}/<lookup>");

        text.AppendLine().AppendLine("Secrets:");
        foreach (var secret in secrets)
        {
            text.AppendLine($"  {secret}");
        }

        text.AppendLine().AppendLine("Stand-ins of the external APIs:");
        foreach (var standIn in server.Options.StandIns.DistinctBy(standIn => standIn.Api))
        {
            text.AppendLine($"  {url}{standIn.Path()}");
        }

        // An API without a secret has test data for the input 1.
        var openApis = server.Options.StandIns.Where(standIn => standIn.Secret is null).Select(standIn => standIn.Api);
        var example = contracts.FirstOrDefault(contract => openApis.Contains(contract.Api.Name)) ?? contracts[0];
        var credentials = jwt is null
            ? $"{header}: {HttpTokenHeader.Value(header, HttpAuthorizerFunction.Token)}"
            : $"{HttpTokenHeader.Authorization}: Bearer {jwt}";
        return text.Append(Commands(url, server, example, credentials)).ToString();
    }

    private static string WhoMayCall(LocalServer server) => server switch
    {
        { AdmitsOnlySameUser: true } =>
            "Signatures are not verified, so any keys work. Only your own programs and root's can call, and no web pages.",
        { Keys: not null } =>
            "Signatures are not verified, but Secrets Manager accepts only the access key below. "
            + "Any program on this machine can call the functions, but no web page.",
        _ => "Signatures are not verified, so any keys work. Any program on this machine can call, but no web page.",
    };

    private static string Commands(string url, LocalServer server, LookupContract contract, string credentials)
    {
        var (keys, function, payload) = (server.Keys, contract.Function, Encoding.UTF8.GetString(SampleEvent(contract)));
        var text = new StringBuilder().AppendLine().AppendLine("Commands to copy:");
        text.AppendLine($"  export AWS_ACCESS_KEY_ID={keys?.AccessKeyId ?? "local"} AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION={LocalAws.Region}");
        if (keys is not null)
        {
            var runtimeApi = $"{new Uri(url).Authority}{keys.RuntimePath}/{function}";
            text.AppendLine($"  export AWS_LAMBDA_RUNTIME_API={runtimeApi}  # for a function that you start yourself");
        }

        // This is the only form of payload that both versions of the AWS command line send unchanged.
        text.AppendLine($"  echo '{payload}' | aws lambda invoke --endpoint-url {url} --function-name {function} --payload fileb:///dev/stdin /dev/stdout");
        text.AppendLine($"  curl -H '{credentials}' -H 'Content-Type: application/json' -d '{payload}' {url}{HttpPath.Of(contract)}");
        text.AppendLine($"  aws secretsmanager list-secrets --endpoint-url {url}");
        text.AppendLine(
            $"  aws secretsmanager put-secret-value --endpoint-url {url} --secret-id {server.SecretNames.First()} --secret-string rotated");
        return text.ToString();
    }

    /// <summary>Sets every required input to 1, which is valid for most.</summary>
    private static byte[] SampleEvent(LookupContract contract) => InputArguments.ToEvent(
        contract,
        [.. contract.Inputs.Where(input => input.Required).Select(input => input.Name + (input.Type == ContractType.Boolean ? "=true" : "=1"))]);
}
