namespace GenesysLambdas.Scaffolding.Template;

/// <summary>YAML anchors: a repeated value is written where it first occurs, and referred to after that.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <param name="value">One line, or a line feed and the lines of a block.</param>
    public string Use(string name, string value)
    {
        var space = value.StartsWith('\n') ? "" : " ";
        return _written.Add(name) ? $"&{name}{space}{value}" : $"*{name}";
    }
}
