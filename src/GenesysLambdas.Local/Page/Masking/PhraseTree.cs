namespace GenesysLambdas.Local.Page.Masking;

/// <summary>
/// Finds many strings in one pass over a text, in time that does not grow with their number
/// (A. V. Aho and M. J. Corasick, "Efficient string matching", Communications of the ACM 18(6), 1975).
/// </summary>
internal sealed class PhraseTree
{
    public const int Root = 0;

    private readonly Dictionary<long, int> _children = [];
    private readonly List<(int Parent, char Character, int Length)> _nodes = [default];
    private readonly HashSet<int> _phrases = [];

    // For each node, the nodes of the longest suffixes of its string: of any in the tree, and of one that is a phrase.
    private readonly int[] _suffixes;
    private readonly int[] _ends;

    public PhraseTree(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            _phrases.Add(phrase.Aggregate(Root, ChildOrNew));
        }

        (_suffixes, _ends) = (new int[_nodes.Count], new int[_nodes.Count]);
        foreach (var node in Enumerable.Range(1, _nodes.Count - 1).OrderBy(node => _nodes[node].Length))
        {
            var (parent, character, _) = _nodes[node];
            _suffixes[node] = parent == Root ? Root : Next(_suffixes[parent], character);
            _ends[node] = IsPhrase(node) ? node : _ends[_suffixes[node]];
        }
    }

    public bool IsPhrase(int node) => _phrases.Contains(node);

    /// <summary>The node for a node's string plus one character; null: no phrase begins with that.</summary>
    public int? Child(int node, char character) => _children.TryGetValue(Key(node, character), out var child) ? child : null;

    /// <summary>The node after one more character of a text: that of the longest end of the text with which a phrase begins.</summary>
    public int Next(int node, char character)
    {
        while (true)
        {
            if (_children.TryGetValue(Key(node, character), out var child))
            {
                return child;
            }

            if (node == Root)
            {
                return Root;
            }

            node = _suffixes[node];
        }
    }

    /// <summary>The lengths of the phrases that end at a node, longest first.</summary>
    public IEnumerable<int> LengthsAt(int node)
    {
        for (var end = _ends[node]; end != Root; end = _ends[_suffixes[end]])
        {
            yield return _nodes[end].Length;
        }
    }

    /// <summary>The length of the longest phrase that ends at a node; 0: none does.</summary>
    public int LongestAt(int node) => _nodes[_ends[node]].Length;

    private static long Key(int node, char character) => ((long)node << 16) | character;

    private int ChildOrNew(int node, char character)
    {
        if (Child(node, character) is { } child)
        {
            return child;
        }

        _nodes.Add((node, character, _nodes[node].Length + 1));
        _children.Add(Key(node, character), _nodes.Count - 1);
        return _nodes.Count - 1;
    }
}
