namespace GenesysLambdas.Core.Contracts;

/// <summary>An environment variable of a function. Readers, <c>--env</c>, template.yaml and docs/settings.md use this declaration.</summary>
/// <param name="Meaning">What it is, as Markdown.</param>
/// <param name="Default">Its value if it is unset or empty; empty: it has none.</param>
public record Setting(string Name, string Meaning, string Default = "")
{
    /// <summary>Describes the default, as Markdown, if its value alone does not.</summary>
    public string Unset { get => field ?? (DefaultText.Length > 0 ? DefaultText : "none"); init; }

    /// <summary>Its default as text. Computed only on demand: a function creates its settings while a caller waits.</summary>
    public virtual string DefaultText => Default;
}

/// <summary>A setting that is a whole number within inclusive bounds.</summary>
/// <param name="Meaning">What it is, as Markdown, with <c>{range}</c> where the bounds belong.</param>
public sealed record IntegerSetting(string Name, string Meaning, int Fallback, int Minimum, int Maximum) : Setting(Name, Meaning)
{
    public override string DefaultText => $"{Fallback}";
}

/// <summary>A setting that is one of several words.</summary>
public sealed record ChoiceSetting : Setting
{
    private readonly string[] _words;

    /// <param name="words">The words, case-sensitive; the first is the default.</param>
    public ChoiceSetting(string name, string meaning, params string[] words)
        : base(name, meaning, words is [var first, ..] ? first : "") => _words = words;

    public IReadOnlyList<string> Words => _words;
}
