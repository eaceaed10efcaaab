using GenesysLambdas.Answers;
using GenesysLambdas.Settings;

namespace GenesysLambdas.ExternalApis;

/// <summary>A path that a setting gives, with one hole in it.</summary>
public static class ApiPathSetting
{
    /// <summary>Reads it, and fills the hole.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="setting">The setting, such as <c>/actions/{id}/execute</c>.</param>
    /// <param name="fallback">The path where it is not set.</param>
    /// <param name="hole">The hole's name, such as <c>id</c>.</param>
    /// <param name="value">What fills it; escaped.</param>
    /// <exception cref="LookupException">The setting is no path, or lacks the hole.</exception>
    public static ApiPath Read(SettingsReader settings, string setting, string fallback, string hole, string value)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var mark = $"{{{hole}}}";
        var parts = settings.Text(setting, fallback).Split(mark);
        if (parts.Length != 2 || parts[0].StartsWith("//", StringComparison.Ordinal) || !parts[0].StartsWith('/') || !parts.All(IsPath))
        {
            throw SettingsReader.Malformed(setting, $"a path such as {fallback}, with {mark} once");
        }

        return Fill(parts[0][1..], value, parts[1]);
    }

    private static ApiPath Fill(string before, string value, string after)
    {
        var path = new ApiPath(before.Length + after.Length, 1);
        path.AppendLiteral(before);
        path.AppendFormatted(value);
        path.AppendLiteral(after);
        return path;
    }

    // RFC 3986, section 3.3.
    private static bool IsPath(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || "/-._~!$&'()*+,;=:@%".Contains(c, StringComparison.Ordinal))
        && !text.Split('/').Any(segment => segment is "." or "..");
}
