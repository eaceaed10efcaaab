using System.Text;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>
/// Masks secrets in text, including escaped and encoded forms (URL, JSON, base64, HTTP Basic). A secret can have thousands of members.
/// </summary>
internal sealed class SecretMask
{
    public const string Mask = "••••";

    // Masking shorter values would hide ordinary words.
    private const int MinLength = 4;

    private readonly PhraseTree _values;
    private readonly BasicPairs _pairs;

    /// <param name="secrets">Whole secret values, as stored in Secrets Manager.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        var wholes = secrets.Distinct(StringComparer.Ordinal).ToList();
        var members = wholes.SelectMany(StringsIn).Distinct(StringComparer.Ordinal).ToList();
        _values = new PhraseTree(
            from text in wholes.Concat(members)
            from value in new[] { text, text.Trim() }
            where value.Length >= MinLength
            from form in new[] { value, Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) }
            select form);
        _pairs = new BasicPairs(members);
    }

    public string Apply(string text)
    {
        var found = UnescapedText.Readings(text)
            .SelectMany(reading => _values.In(reading.Text).Concat(_pairs.In(reading.Text))
                .Select(part => (Start: reading.Original(part.Start), End: reading.Original(part.End))))
            .OrderBy(part => part.Start)
            .ToList();
        if (found.Count == 0)
        {
            return text;
        }

        var (masked, done) = (new StringBuilder(text.Length), 0);
        for (var i = 0; i < found.Count;)
        {
            // Merge overlapping matches, so that no part of a secret remains.
            var (start, end) = found[i];
            for (i++; i < found.Count && found[i].Start < end; i++)
            {
                end = Math.Max(end, found[i].End);
            }

            masked.Append(text, done, start - done).Append(Mask);
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Every string and number in a secret that is JSON.</summary>
    private static IEnumerable<string> StringsIn(string secret)
    {
        try
        {
            using var json = JsonDocument.Parse(secret);
            return [.. StringsIn(json.RootElement)];
        }
        catch (JsonException)
        {
            // Not JSON, but a bare token.
            return [];
        }
    }

    private static IEnumerable<string> StringsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => StringsIn(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(StringsIn),
        JsonValueKind.String => [Text(json)],
        JsonValueKind.Number => [json.GetRawText()],
        _ => [],
    };

    private static string Text(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON, but not a valid string.
            return json.GetRawText()[1..^1];
        }
    }
}
