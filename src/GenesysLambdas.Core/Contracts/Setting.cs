namespace GenesysLambdas.Contracts;

/// <summary>An environment variable of a function. What reads it, <c>--env</c>, template.yaml and docs/settings.md follow from this.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is, as Markdown.</param>
/// <param name="Default">Its value if it is unset or empty; empty: it has none.</param>
public record Setting(string Name, string Meaning, string Default = "")
{
    /// <summary>What its default means, as Markdown, if <see cref="Default"/> does not say it.</summary>
    public string Unset { get; init; } = Default.Length > 0 ? Default : "none";
}

/// <summary>A setting that is a whole number within inclusive bounds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is, as Markdown, with <c>{range}</c> where the bounds belong.</param>
/// <param name="Fallback">Its value if it is unset or empty.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
public sealed record IntegerSetting(string Name, string Meaning, int Fallback, int Minimum, int Maximum) : Setting(Name, Meaning, $"{Fallback}");

/// <summary>A setting that is one of several words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is, as Markdown.</param>
/// <param name="Words">The words, case-sensitive; the first is the default.</param>
public sealed record ChoiceSetting(string Name, string Meaning, params IReadOnlyList<string> Words) : Setting(Name, Meaning, Words[0]);
