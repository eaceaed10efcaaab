using System.Globalization;
using GenesysLambdas.Answers;

namespace GenesysLambdas.Settings;

/// <summary>Reads settings. A missing or malformed one ends the lookup with a failure that names the setting, never its value.</summary>
/// <param name="read">The value of an environment variable, or null.</param>
public sealed class SettingsReader(Func<string, string?> read)
{
    /// <summary>The settings of this process.</summary>
    public static SettingsReader FromEnvironment() => new(Environment.GetEnvironmentVariable);

    /// <summary>A text, trimmed; the fallback if it is unset or empty.</summary>
    public string Text(string name, string fallback = "") => read(name)?.Trim() is { Length: > 0 } text ? text : fallback;

    /// <summary>A text that is required.</summary>
    /// <exception cref="LookupException">It is unset or empty.</exception>
    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>A whole number within inclusive bounds; the fallback if it is unset or empty.</summary>
    /// <exception cref="LookupException">It is set, but not to such a number.</exception>
    public int Integer(string name, int fallback, int minimum, int maximum)
    {
        var text = Text(name);
        return text.Length == 0 ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum ? value
            : throw Malformed(name, $"a whole number from {minimum} to {maximum}");
    }

    /// <summary>One of several words.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="words">The words, case-sensitive; the first is the answer when it is unset or empty.</param>
    /// <exception cref="LookupException">It is set, but to none of them.</exception>
    public string OneOf(string name, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = Text(name, words[0]);
        return words.Contains(text, StringComparer.Ordinal) ? text : throw Malformed(name, string.Join(" or ", words));
    }

    /// <summary>The failure of a setting that is not set.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="because">Why it is needed, to follow "is missing".</param>
    public static LookupException Missing(string name, string because = "") => Wrong(name, $"is missing{because}", FailureReason.SettingMissing);

    /// <summary>The failure of a setting whose value is not valid.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="requirement">What it must be, to follow "must be".</param>
    public static LookupException Malformed(string name, string requirement) => Wrong(name, $"must be {requirement}", FailureReason.SettingMalformed);

    private static LookupException Wrong(string name, string what, string reason) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The setting {name} {what}") { Reason = reason, Subject = name });
}
