using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using GenesysLambdas.Cli.SecretsManager;

namespace GenesysLambdas.Cli.Page.Apis;

/// <summary>Takes the values that secrets have, and had, out of texts: as they are, and as they are written in URLs, JSON and HTTP Basic.</summary>
internal sealed class SecretMask
{
    public const string Mask = "••••";

    // Shorter ones would take ordinary words out of texts.
    private const int Shortest = 4;

    private readonly string[] _forms;

    private SecretMask(IEnumerable<string> forms) =>
        _forms = [.. forms.Where(form => form.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];

    /// <summary>The mask for the secrets as they are now.</summary>
    public static SecretMask Of(SecretStore secrets) => new(
        from secret in secrets.ListEvenDeleted()
        from version in secret.Versions
        from value in Values(version.Value.Text ?? version.Value.Binary ?? "")
        from form in Forms(value)
        select form);

    public string Apply(string text) => _forms.Aggregate(text, (masked, form) => masked.Replace(form, Mask, StringComparison.Ordinal));

    /// <summary>The whole value, and each text in it, where it is JSON; and pairs of them, as HTTP Basic joins them.</summary>
    private static IEnumerable<string> Values(string value)
    {
        string[] members = [];
        try
        {
            members = JsonNode.Parse(value) is { } json ? [.. Texts(json)] : [];
        }
        catch (JsonException)
        {
            // The bare token.
        }

        var pairs = from name in members from password in members where name != password select Basic($"{name}:{password}");
        return [value, value.Trim(), .. members, .. members.Select(member => member.Trim()), .. pairs];
    }

    private static IEnumerable<string> Texts(JsonNode json) => json switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray elements => elements.OfType<JsonNode>().SelectMany(Texts),
        _ => json.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? [json.ToString()] : [],
    };

    private static IEnumerable<string> Forms(string value) =>
    [
        value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        JavaScriptEncoder.Default.Encode(value),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        // An answer over HTTP is JSON in JSON.
        JavaScriptEncoder.Default.Encode(JavaScriptEncoder.Default.Encode(value)),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)),
        value.Length >= Shortest ? Basic(value) : "",
    ];

    private static string Basic(string credentials) => Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
}
