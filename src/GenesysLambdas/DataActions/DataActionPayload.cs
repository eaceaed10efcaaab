using System.Runtime.InteropServices;

namespace GenesysLambdas.DataActions;

/// <summary>The built-in rules for payloads, and how a payload is sent.</summary>
internal static class DataActionPayload
{
    private const int MostTags = 10;

    /// <returns>Every violation.</returns>
    public static IReadOnlyList<Violation> Check(JsonElement payload)
    {
        var root = new CheckedJson(payload);
        if (root.MustBeRecord())
        {
            CheckContact(root.Required("contact"));
            root.Required("priority")?.MustBeInteger(1, 5);
            CheckTags(root.Optional("tags"));
            CheckCallbackUrl(root.Required("callback_url"));
        }

        return root.Violations;
    }

    /// <summary>The payload as sent: unchanged, except that duplicate tags are removed.</summary>
    public static byte[] ToUtf8(JsonElement payload)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var member in payload.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                if (member.NameEquals("tags"u8))
                {
                    WriteTags(writer, member.Value);
                }
                else
                {
                    WriteAsGiven(writer, member.Value);
                }
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static void CheckContact(CheckedJson? contact)
    {
        if (contact?.MustBeRecord() != true)
        {
            return;
        }

        contact.Required("external_id")?.MustBeText(1, 255);
        contact.Required("channel")?.MustBeOneOf("chat", "voice", "email", "web");
        CheckTimestamp(contact.Required("timestamp"));
        if (contact.Optional("metadata") is { Json.ValueKind: not JsonValueKind.Null } metadata)
        {
            metadata.MustBeObject();
        }
    }

    private static void CheckTimestamp(CheckedJson? timestamp)
    {
        if (timestamp?.Text() is not { } text)
        {
            return;
        }

        if (!Iso8601.IsDateTime(text, out var hasZone))
        {
            timestamp.Violates(ViolationType.DateTime, "Must be a date and time as in ISO 8601, such as 2026-01-31T12:30:00Z");
        }
        else if (!hasZone)
        {
            timestamp.Violates(ViolationType.TimeZone, "Timestamp must include timezone information");
        }
    }

    private static void CheckTags(CheckedJson? tags)
    {
        var elements = tags?.Elements() ?? [];
        if (elements.Count > MostTags)
        {
            tags!.Violates(ViolationType.TooLong, $"Maximum of {MostTags} tags allowed");
        }

        foreach (var tag in elements)
        {
            tag.Text();
        }
    }

    private static void CheckCallbackUrl(CheckedJson? url)
    {
        if (url?.Text() is not { } text)
        {
            return;
        }

        // Uri also accepts paths and strings with surrounding white space as absolute URLs, and adds missing slashes.
        if (text.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || !text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase))
        {
            url.Violates(ViolationType.Url, "Must be an absolute URL");
        }
        else if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            url.Violates(ViolationType.UrlScheme, "Must be an http or https URL");
        }
        else if (!text.AsSpan(uri.Scheme.Length).StartsWith("://", StringComparison.Ordinal) || uri.Host.Length == 0)
        {
            url.Violates(ViolationType.Url, "Must be an absolute URL");
        }
    }

    private static void WriteTags(Utf8JsonWriter writer, JsonElement tags)
    {
        writer.WriteStartArray();
        foreach (var tag in tags.EnumerateArray().DistinctBy(tag => tag.GetString(), StringComparer.Ordinal))
        {
            WriteAsGiven(writer, tag);
        }

        writer.WriteEndArray();
    }

    // Unchanged: numbers keep all their digits.
    private static void WriteAsGiven(Utf8JsonWriter writer, JsonElement json) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(json), skipInputValidation: true);
}
