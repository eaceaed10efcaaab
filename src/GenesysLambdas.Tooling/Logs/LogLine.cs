using System.Text;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Tooling.Logs;

/// <summary>Makes a function's log readable. docs/operations.md describes its fields.</summary>
public static class LogLine
{
    /// <summary>
    /// Formats an invocation's JSON line as a sentence, such as <c>ExternalApiError 502: HTTP 500 from CRM_API, 3 attempts, 385 ms</c>;
    /// any other line unchanged.
    /// </summary>
    public static string Readable(IReadOnlyList<LookupContract> contracts, string line)
    {
        if (!line.StartsWith('{'))
        {
            return line;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var name = Text(root, "Lookup");
            var contract = contracts.Append(HttpAuthorizerFunction.Contract).FirstOrDefault(contract => contract.Name == name);
            return contract is not null && root.TryGetProperty("outcome", out _) ? Format(root, contract) : line;
        }
        catch (JsonException)
        {
            return line;
        }
    }

    private static string Format(JsonElement line, LookupContract contract)
    {
        var text = new StringBuilder($"{Text(line, "ErrorCode") ?? Text(line, "outcome")} {Number(line, "statusCode")}");
        text.Append(Cause(line, contract) is { } cause ? $": {cause}" : "");
        text.Append(Number(line, "attempts") switch
        {
            null or 0 => "",
            1 => ", 1 attempt",
            var attempts => $", {attempts} attempts",
        });
        text.Append(Number(line, "Duration") is { } duration ? $", {duration:F0} ms" : "");
        text.Append(Names(line, "cutOutputs") is { } cut ? $", cut: {cut}" : "");
        text.Append(Text(line, "stackTrace") is { } stackTrace ? $"\n{stackTrace}" : "");
        return text.ToString();
    }

    /// <summary>The cause of a failure: a reply of the API or its token endpoint, a reason and its subject, or a defect's exceptions.</summary>
    private static string? Cause(JsonElement line, LookupContract contract)
    {
        if (contract == HttpAuthorizerFunction.Contract)
        {
            return Text(line, "outcome") == "success" ? null : Text(line, "message");
        }

        var subject = Text(line, "subject");
        if (Number(line, "externalStatus") is { } status)
        {
            return $"HTTP {status} from {subject ?? contract.Api.Name}";
        }

        if (Text(line, "reason") is { } reason)
        {
            var place = Text(line, "replyPath") is { } path ? $" at {path}" : "";
            return $"{reason.Replace('-', ' ')}{place} ({subject ?? contract.Api.Name})";
        }

        return Text(line, "stackTrace") is null ? null : Names(line, "causes");
    }

    private static string? Names(JsonElement line, string name) =>
        line.TryGetProperty(name, out var names) && names.ValueKind == JsonValueKind.Array ? string.Join(", ", names.EnumerateArray()) : null;

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
