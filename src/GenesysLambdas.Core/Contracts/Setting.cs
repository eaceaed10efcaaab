namespace GenesysLambdas.Core.Contracts;

/// <summary>An environment variable of a function. Readers, <c>--env</c>, template.yaml and docs/settings.md use this declaration.</summary>
/// <param name="Meaning">Its description, as Markdown.</param>
/// <param name="Default">The value used if the variable is unset or empty; empty if there is no default.</param>
public record Setting(string Name, string Meaning, string Default = "")
{
    /// <summary>Describes the default, as Markdown, where the value alone is not clear enough.</summary>
    public string Unset { get => field ?? (DefaultText.Length > 0 ? DefaultText : "none"); init; }

    /// <summary>Its default as text. Computed only on demand: a function creates its settings while a caller waits.</summary>
    public virtual string DefaultText => Default;
}

/// <summary>An integer setting with inclusive bounds.</summary>
/// <param name="Meaning">Its description, as Markdown, with <c>{range}</c> as a placeholder for the bounds.</param>
public sealed record IntegerSetting(string Name, string Meaning, int Fallback, int Minimum, int Maximum) : Setting(Name, Meaning)
{
    public override string DefaultText => $"{Fallback}";
}

/// <summary>A setting with a fixed list of values.</summary>
public sealed record ChoiceSetting : Setting
{
    private readonly string[] _words;

    /// <param name="words">The words, case-sensitive; the first is the default.</param>
    public ChoiceSetting(string name, string meaning, params string[] words)
        : base(name, meaning, words is [var first, ..] ? first : "") => _words = words;

    public IReadOnlyList<string> Words => _words;
}
