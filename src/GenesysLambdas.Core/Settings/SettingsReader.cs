using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GenesysLambdas.Core.Settings;

/// <summary>Reads settings. If one is missing or invalid, the lookup fails with a message that names the setting, never its value.</summary>
public sealed class SettingsReader(Func<string, string?> read)
{
    /// <summary>The settings of this process.</summary>
    public static SettingsReader FromEnvironment() => new(Environment.GetEnvironmentVariable);

    /// <summary>A string, trimmed; the default if it is unset or empty.</summary>
    public string Text(Setting setting) => Text(setting.Name, setting.Default);

    /// <summary>A string that is required.</summary>
    public string Required(Setting setting) => Required(setting.Name);

    /// <summary>An integer; the default if it is unset or empty.</summary>
    public int Integer(IntegerSetting setting)
    {
        var text = Text(setting.Name);
        return text.Length == 0 ? setting.Fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= setting.Minimum && value <= setting.Maximum ? value
            : throw Malformed(setting.Name, $"a whole number from {setting.Minimum} to {setting.Maximum}");
    }

    /// <summary>One of a fixed list of values; the first if it is unset or empty.</summary>
    public string OneOf(ChoiceSetting setting)
    {
        var text = Text(setting);
        return setting.Words.Contains(text, StringComparer.Ordinal) ? text : throw Malformed(setting.Name, string.Join(" or ", setting.Words));
    }

    internal string Text(string name, string fallback = "") => read(name)?.Trim() is { Length: > 0 } text ? text : fallback;

    internal string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>The failure for a missing setting.</summary>
    /// <param name="because">Why it is needed, to follow "is missing".</param>
    public static LookupException Missing(string name, string because = "") => Wrong(name, $"is missing{because}", FailureReason.SettingMissing);

    /// <summary>The failure for an invalid setting.</summary>
    /// <param name="requirement">What it must be, to follow "must be".</param>
    public static LookupException Malformed(string name, string requirement) => Wrong(name, $"must be {requirement}", FailureReason.SettingMalformed);

    private static LookupException Wrong(string name, string what, string reason) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The setting {name} {what}") { Reason = reason, Subject = name });
}

/// <summary>
/// A setting that every function has. If it is invalid, the answer is a ConfigurationError, and writing that answer requires
/// a fallback.
/// </summary>
/// <param name="fallback">The value to use if it is invalid.</param>
internal sealed class LazySetting<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Func<T> read, T fallback)
{
    private readonly Lazy<T> _value = new(read);

    public T ValueOrFallback
    {
        get
        {
            try
            {
                return _value.Value;
            }
            catch (LookupException)
            {
                return fallback;
            }
        }
    }

    public void Check() => _ = _value.Value;
}
