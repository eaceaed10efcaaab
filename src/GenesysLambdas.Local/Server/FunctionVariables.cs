using System.Collections;
using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Server;

/// <summary>
/// The environment of a function's processes: Lambda's own variables, the addresses of the stand-ins and Secrets Manager, and the settings on the
/// command line. The shell's variables are inherited unless they could configure a function.
/// </summary>
/// <param name="keys">The keys for reading secrets; null if none are needed.</param>
internal sealed class FunctionVariables(
    LocalServerOptions options, IReadOnlyDictionary<string, string> settings, Uri endpoint, LocalKeys? keys = null)
{
    private static readonly string[] OwnPrefixes = ["AWS_", "LAMBDA_", "_HANDLER", "_X_AMZN_", HostSettings.Handler];

    public Dictionary<string, string> Create(LookupContract contract, string runtimeApi, string logStream)
    {
        var environment = Inherited();
        environment[HostSettings.Handler] = contract.Method;
        environment[HostSettings.RuntimeApi] = runtimeApi;
        environment["AWS_LAMBDA_FUNCTION_NAME"] = contract.Function;
        environment["AWS_LAMBDA_FUNCTION_VERSION"] = FunctionProcess.Version;
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = FunctionConfiguration.MemoryMegabytes.ToString();
        environment["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + contract.Function;
        environment["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream;
        environment["AWS_REGION"] = LocalAws.Region;
        environment["AWS_DEFAULT_REGION"] = LocalAws.Region;
        environment[LocalAws.SecretsEndpointSetting] = endpoint.GetLeftPart(UriPartial.Authority);
        if (!BringsCredentials(settings))
        {
            environment["AWS_ACCESS_KEY_ID"] = keys?.AccessKeyId ?? "LOCALEMULATOR";
            environment["AWS_SECRET_ACCESS_KEY"] = "local-emulator";
            environment["AWS_SESSION_TOKEN"] = "local-emulator";
        }

        if (contract == HttpAuthorizerFunction.Contract)
        {
            environment[HttpAccessSettings.TokenSecretId.Name] = options.Names.HttpTokenSecret;
        }

        AddStandIns(environment, contract.Api);
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return environment;
    }

    private void AddStandIns(Dictionary<string, string> environment, ApiContract api)
    {
        foreach (var standIn in options.StandIns)
        {
            var ofApi = new ExternalApiSettings(standIn.Api);
            // A real API cannot use the stand-in's secret, and should not see it.
            if (settings.ContainsKey(ofApi.BaseUrl.Name))
            {
                continue;
            }

            environment[ofApi.BaseUrl.Name] = new Uri(endpoint, standIn.Path()).ToString();
            if (standIn.Secret is not null)
            {
                environment[ofApi.SecretId.Name] = options.Names.SecretOf(standIn.Api);
            }

            foreach (var (name, value) in standIn.Settings)
            {
                environment[name] = value;
            }

            if (standIn.TokenPath is not null && standIn.Api == api.Name)
            {
                environment[api.Settings.TokenUrl.Name] = new Uri(endpoint, standIn.Path() + standIn.TokenPath).ToString();
            }
        }
    }

    /// <summary>Whether the command line sets AWS credentials, which must not be overridden.</summary>
    public static bool BringsCredentials(IReadOnlyDictionary<string, string> settings) =>
        settings.ContainsKey(LocalAws.SecretsEndpointSetting) || settings.ContainsKey("AWS_ACCESS_KEY_ID") || settings.ContainsKey("AWS_PROFILE");

    private Dictionary<string, string> Inherited()
    {
        var apis = options.Contracts.Select(contract => contract.Api.Name).Concat(options.StandIns.Select(standIn => standIn.Api));
        var known = KnownSettings.Names(options.Contracts);
        string[] prefixes = [.. OwnPrefixes, .. apis.Distinct().Select(api => api[..(api.LastIndexOf('_') + 1)])];
        return Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (Name: (string)variable.Key, Value: (string?)variable.Value ?? ""))
            .Where(variable => !known.Contains(variable.Name) && !Array.Exists(prefixes, prefix => variable.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .ToDictionary(variable => variable.Name, variable => variable.Value);
    }
}
