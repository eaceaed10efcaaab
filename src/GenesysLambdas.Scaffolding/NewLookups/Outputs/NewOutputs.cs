using GenesysLambdas.Core.Answers;
using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

internal sealed class NewOutputs
{
    private const int MaxUnpicked = 10;

    // Members that APIs wrap their replies in. Output names leave them out.
    private static readonly string[] Wrappers = ["data", "result", "response", "payload"];

    // Members that the generator adds to an outputs record, or that it inherits.
    private static readonly string[] OfOutputsRecord =
    [
        "Contract", "Common", "Outcome", "Succeeded", "FailedWith", "Write", "Show", "ShowOwn",
        .. LookupOutputs.Common.Select(output => Words.Pascal(Words.Of(output.Name))),
    ];

    private readonly List<NewOutput> _outputs = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _names;
    private readonly Identifiers _properties;
    private readonly Func<IReadOnlyList<string>, string> _convention;

    public NewOutputs(string record, JsonElement sample, IReadOnlyList<OutputPick> picks, bool writes)
    {
        var (flag, property, description) = writes ? ("done", "Done", "True if the change was made.") : ("found", "Found", "True if something was found.");
        _names = new([.. LookupOutputs.Common.Select(output => output.Name), flag], StringComparer.OrdinalIgnoreCase);
        _properties = new([record, property, .. OfOutputsRecord]);
        var values = SampleValue.All(sample, JsonPath.Root).ToList();
        _convention = values.Exists(value => value.Path.Names.Any(name => name.Contains('_', StringComparison.Ordinal))) ? Words.Snake : Words.Camel;
        if (values.Count == 0)
        {
            throw new ToolException("The sample has no values, so there is nothing to return. Use a reply that contains some.");
        }

        Flag = new(flag, property, OutputKind.Flag, description, null);
        _outputs.Add(Flag);

        // Reserves the names given on the command line before deriving others.
        picks.Select(pick => pick.Name).OfType<string>().ToList().ForEach(Reserve);
        IReadOnlyList<OutputPick> chosen = picks.Count > 0 ? picks : [.. values.Take(MaxUnpicked).Select(value => new OutputPick(null, value.Path))];
        foreach (var pick in chosen)
        {
            Add(pick.Find(sample, values), pick.Name);
        }

        LeftOut = [.. values.Select(value => value.Path.ToString()).Except(chosen.Select(pick => pick.Path.ToString()))];
    }

    public NewOutput Flag { get; }

    public IReadOnlyList<NewOutput> All => _outputs;

    public IReadOnlyList<string> LeftOut { get; }

    public IReadOnlyList<string> Notes => _notes;

    private void Add(SampleValue value, string? given)
    {
        var path = value.Path.ToString().TrimStart('$', '.');
        var name = given ?? Name(value.Path, value.IsArray && !value.IsListOfScalars ? "count" : null);
        if (!value.IsArray)
        {
            Add(name, OutputKind.Scalar, $"Value of {path} in the API's reply.", value);
            if (value.Json.ValueKind == JsonValueKind.Null)
            {
                _notes.Add($"{value.Path} is null in the sample, so {name} is a string.");
            }

            return;
        }

        if (!value.IsListOfScalars)
        {
            Add(name, OutputKind.Count, $"Item count of {path} in the API's reply.", value);
            if (given is null)
            {
                _notes.Add(value.Json.GetArrayLength() == 0
                    ? $"{value.Path} is empty in the sample, so only its item count is an output: {name}."
                    : $"{value.Path} contains objects or arrays, so only its item count is an output: {name}. "
                    + $"To return a value of its first item: --pick <name>={value.Path}[0].<member>.");
            }

            return;
        }

        Add(name, OutputKind.List, $"Values of {path} in the API's reply.", value);
        Add(given is null ? Name(value.Path, "count") : Unused(given + "Count"), OutputKind.Count, $"Item count of {path} in the API's reply.", value);
    }

    private void Add(string name, OutputKind kind, string description, SampleValue value) =>
        _outputs.Add(new(name, _properties.Add(name), kind, description, value));

    private void Reserve(string name)
    {
        if (!_names.Add(name))
        {
            throw new ToolException(
                $"The output name {name} is already taken. Every lookup has {string.Join(", ", LookupOutputs.Common.Select(output => output.Name))}, "
                + $"and this one also has {Flag.Name}. Choose another name.");
        }
    }

    private string Name(JsonPath path, string? suffix)
    {
        var all = path.Names.SelectMany(Words.Of).ToList();
        List<string>[] candidates = [[.. WordsOf(path)], all, ["reply", .. all]];
        var names = (from words in candidates
                     let ascii = Ascii(suffix is null ? words : words.Append(suffix))
                     where ascii.Count > 0 && char.IsAsciiLetter(ascii[0][0])
                     select _convention(ascii)).ToList();
        var name = names.Find(_names.Add) ?? Unused(names[^1]);
        if (!all.TrueForAll(word => word.All(char.IsAscii)))
        {
            _notes.Add($"Output names can contain ASCII characters only, so {path} is called {name}. To choose another name: --pick <name>={path}.");
        }

        return name;
    }

    private static List<string> Ascii(IEnumerable<string> words) =>
        [.. words.Select(word => string.Concat(word.Where(char.IsAscii))).Where(word => word.Length > 0)];

    private string Unused(string name) => Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}{number}").Prepend(name).First(_names.Add);

    private static IReadOnlyList<string> WordsOf(JsonPath path)
    {
        string[] names = [.. path.Names];
        return Joined(names.Length > 1 && Wrappers.Contains(names[0]) ? names[1..] : names);
    }

    /// <summary>The words of all names, without repetition: <c>presence.presenceState</c> becomes presence state.</summary>
    private static IReadOnlyList<string> Joined(IEnumerable<string> names) => names.Select(Words.Of).Aggregate(
        (IReadOnlyList<string>)[],
        (joined, words) => words.Take(joined.Count).SequenceEqual(joined) ? words : [.. joined, .. words]);
}
