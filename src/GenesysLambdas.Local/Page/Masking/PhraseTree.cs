namespace GenesysLambdas.Local.Page.Masking;

/// <summary>
/// Finds many strings in one pass over a text, in time that does not grow with their number
/// (A. V. Aho and M. J. Corasick, "Efficient string matching", Communications of the ACM 18(6), 1975).
/// </summary>
internal sealed class PhraseTree
{
    private const int Root = 0;

    private readonly Dictionary<(int Node, char Character), int> _children = [];
    private readonly List<(int Parent, char Character, int Depth)> _nodes = [default];

    // For each node: the node of its longest suffix in the tree, and the length of its longest suffix that is a phrase.
    private readonly int[] _suffixes;
    private readonly int[] _longest;

    public PhraseTree(IEnumerable<string> phrases)
    {
        var ends = phrases.Select(phrase => phrase.Aggregate(Root, ChildOrNew)).ToHashSet();
        (_suffixes, _longest) = (new int[_nodes.Count], new int[_nodes.Count]);
        foreach (var node in Enumerable.Range(1, _nodes.Count - 1).OrderBy(node => _nodes[node].Depth))
        {
            var (parent, character, depth) = _nodes[node];
            _suffixes[node] = parent == Root ? Root : Next(_suffixes[parent], character);
            _longest[node] = ends.Contains(node) ? depth : _longest[_suffixes[node]];
        }
    }

    /// <summary>Yields the longest phrase that ends at each position, if any.</summary>
    public IEnumerable<(int Start, int End)> In(string text)
    {
        var node = Root;
        for (var end = 1; end <= text.Length; end++)
        {
            node = Next(node, text[end - 1]);
            if (_longest[node] > 0)
            {
                yield return (end - _longest[node], end);
            }
        }
    }

    private int Next(int node, char character)
    {
        int child;
        while (!_children.TryGetValue((node, character), out child) && node != Root)
        {
            node = _suffixes[node];
        }

        return child;
    }

    private int ChildOrNew(int node, char character)
    {
        if (!_children.TryGetValue((node, character), out var child))
        {
            child = _nodes.Count;
            _nodes.Add((node, character, _nodes[node].Depth + 1));
            _children.Add((node, character), child);
        }

        return child;
    }
}
