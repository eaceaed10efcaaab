namespace GenesysLambdas.Commands.Arguments;

internal static class Options
{
    public static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases) { Description = description };

    public static Option<string?> Text(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description };

    /// <summary>An option that can be repeated.</summary>
    public static Option<string[]> Texts(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description, DefaultValueFactory = _ => [] };

    public static Option<string> Folder(string name, string description, string folder) =>
        new(name) { HelpName = "DIR", Description = description, DefaultValueFactory = _ => folder };

    public static Option<string?> Root() => Text("--root", "DIR", "The repository's folder. [default: the current folder]");
}
