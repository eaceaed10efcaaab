using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// What Genesys Cloud objects to when it validates a draft. Contracts: help.mypurecloud.com/?p=141876, "Add contracts to custom
/// actions". A Lambda action's URL is the function's ARN: help.mypurecloud.com/?p=141921, "Add configuration to custom actions".
/// How it words its objections has no public source.
/// </summary>
internal static partial class ContractRules
{
    private const string Inputs = "contract.input.inputSchema";
    private const string Outputs = "contract.output.successSchema";

    private static readonly string[] InputTypes = ["string", "integer", "number", "boolean", "null"];
    private static readonly string[] Reserved = ["orgId", "integrationId", "rawRequest"];

    /// <param name="action">As <see cref="PlatformAction"/> keeps it.</param>
    /// <param name="isLambda">Whether its integration is of AWS Lambda data actions.</param>
    public static IEnumerable<PlatformError> Violations(JsonObject action, bool isLambda) =>
    [
        .. InputViolations(action["contract"]!["input"]!["inputSchema"]!),
        .. OutputViolations(action["contract"]!["output"]!["successSchema"]!),
        .. ConfigViolations(action["config"]!, isLambda),
    ];

    private static IEnumerable<PlatformError> InputViolations(JsonNode schema)
    {
        if ((string?)schema["type"] != "object")
        {
            yield return Violation("Inputs are an object.", $"{Inputs}.type");
        }

        foreach (var (name, property) in Properties(schema))
        {
            if (!Name().IsMatch(name) || Reserved.Contains(name, StringComparer.Ordinal))
            {
                yield return Violation($"An input cannot have the name {name}.", $"{Inputs}.properties.{name}");
            }

            if (!InputTypes.Contains((string?)property?["type"], StringComparer.Ordinal))
            {
                yield return Violation($"The input {name} is neither text, a number nor a boolean.", $"{Inputs}.properties.{name}.type");
            }
        }

        var declared = Properties(schema).Select(pair => pair.Key);
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Except(declared, StringComparer.Ordinal))
        {
            yield return Violation($"The required input {name} is not declared.", $"{Inputs}.required");
        }
    }

    private static IEnumerable<PlatformError> OutputViolations(JsonNode schema) => Properties(schema)
        .Where(pair => (string?)pair.Value?["items"]?["type"] == "array")
        .Select(pair => Violation($"The output {pair.Key} is an array of arrays.", $"{Outputs}.properties.{pair.Key}"));

    private static IEnumerable<PlatformError> ConfigViolations(JsonNode config, bool isLambda)
    {
        var url = (string?)config["request"]?["requestUrlTemplate"];
        if (string.IsNullOrEmpty(url))
        {
            yield return Violation("There is no URL to send the request to.", "config.request.requestUrlTemplate");
        }
        else if (isLambda && !Arn().IsMatch(url))
        {
            yield return Violation("The URL is not a function's ARN.", "config.request.requestUrlTemplate");
        }

        if ((string?)config["request"]?["requestType"] is not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE"))
        {
            yield return Violation("The request has no HTTP method.", "config.request.requestType");
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode schema) => schema["properties"] as JsonObject ?? [];

    private static PlatformError Violation(string message, string field) => PlatformError.BadRequest(message, new ErrorDetail("invalid", field));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arn();
}
