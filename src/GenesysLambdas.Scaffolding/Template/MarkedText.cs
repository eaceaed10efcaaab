namespace GenesysLambdas.Scaffolding.Template;

/// <summary>
/// A file with generated parts between the lines <c># generate: part</c> and <c># end</c>. All other lines are hand-written.
/// </summary>
internal sealed class MarkedText
{
    private const string Start = "# generate: ";
    private const string End = "# end";

    private readonly List<(string? Part, string Lines)> _pieces = [];

    private MarkedText()
    {
    }

    public string ByHand => string.Concat(_pieces.Where(piece => piece.Part is null).Select(piece => piece.Lines));

    public string this[string part] => _pieces.Single(piece => piece.Part == part).Lines;

    /// <summary>Splits a file into its generated parts, in any order, and the hand-written lines between them.</summary>
    public static MarkedText Read(string file, string text, IReadOnlyCollection<string> parts)
    {
        var marked = new MarkedText();
        var (current, lines) = ((string?)null, "");
        foreach (var line in text.Split('\n').SkipLast(1).Select(line => line + '\n'))
        {
            var marker = line.Trim();
            if (marker.StartsWith(Start, StringComparison.Ordinal))
            {
                Expect(current is null, $"'{Start}{current}' has no '{End}'");
                marked.Add(null, lines + line);
                (current, lines) = (marker[Start.Length..], "");
                Expect(parts.Contains(current), $"'{marker}' is not a known part");
                Expect(marked._pieces.TrueForAll(piece => piece.Part != current), $"'{marker}' occurs twice");
            }
            else if (marker == End)
            {
                Expect(current is not null, $"an '{End}' has no '{Start}...' before it");
                marked.Add(current, lines);
                (current, lines) = (null, line);
            }
            else
            {
                lines += line;
            }
        }

        Expect(current is null, $"'{Start}{current}' has no '{End}'");
        marked.Add(null, lines + text.Split('\n')[^1]);
        foreach (var part in parts)
        {
            Expect(marked._pieces.Exists(piece => piece.Part == part), $"'{Start}{part}' is missing");
        }

        return marked;

        void Expect(bool condition, string problem)
        {
            if (!condition)
            {
                throw new ToolException(
                    $"{file}: {problem}. Restore the lines '{Start}<part>' and '{End}' around each of: {string.Join(", ", parts)}. "
                    + $"'git diff {file}' shows what has changed.");
            }
        }
    }

    public string With(IReadOnlyDictionary<string, string> parts) =>
        string.Concat(_pieces.Select(piece => piece.Part is null ? piece.Lines : parts[piece.Part]));

    private void Add(string? part, string lines) => _pieces.Add((part, lines));
}
