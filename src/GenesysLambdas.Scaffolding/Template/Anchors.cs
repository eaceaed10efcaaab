namespace GenesysLambdas.Scaffolding.Template;

/// <summary>Repeated values of a part of the template: written out where they first occur, and referred to after that.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <param name="value">One line, or, after a first that is empty, the lines of a block.</param>
    public string Use(string name, string value)
    {
        var space = value.StartsWith('\n') ? "" : " ";
        return _written.Add(name) ? $"&{name}{space}{value}" : $"*{name}";
    }
}
