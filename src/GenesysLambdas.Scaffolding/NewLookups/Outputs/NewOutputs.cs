using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

internal sealed class NewOutputs
{
    private const int MaxUnpicked = 10;

    // What APIs wrap their replies in: it says nothing about what is in it.
    private static readonly string[] Wrappers = ["data", "result", "response", "payload"];

    // What the generator adds to an outputs record, and what it has from LookupOutputs.
    private static readonly string[] OfOutputsRecord =
    [
        "Contract", "Common", "Success", "StatusCode", "ErrorCode", "ErrorMessage", "Outcome", "Succeeded", "FailedWith", "Write", "Show", "ShowOwn",
    ];

    private readonly List<NewOutput> _outputs = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _names;
    private readonly Identifiers _properties;
    private readonly Func<IReadOnlyList<string>, string> _convention;

    public NewOutputs(string record, JsonElement sample, IReadOnlyList<OutputPick> picks, bool writes)
    {
        var (flag, property, description) = writes ? ("done", "Done", "True if the change was made.") : ("found", "Found", "True if something was found.");
        _names = new([.. GenesysLambdas.Core.Answers.LookupOutputs.Common.Select(output => output.Name), flag], StringComparer.OrdinalIgnoreCase);
        _properties = new([record, property, .. OfOutputsRecord]);
        var values = SampleValue.All(sample, JsonPath.Root).ToList();
        _convention = values.Exists(value => value.Path.Names.Any(name => name.Contains('_', StringComparison.Ordinal))) ? Words.Snake : Words.Camel;
        if (values.Count == 0)
        {
            throw new ToolException("The sample has no values, so there is nothing to answer with. Ask the API for something that it has.");
        }

        Flag = new(flag, property, OutputKind.Flag, description, null);
        _outputs.Add(Flag);

        // Names that were given come first, so that no other takes them.
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
            Add(name, OutputKind.Count, $"Number of items of {path} in the API's reply.", value);
            if (given is null)
            {
                _notes.Add(value.Json.GetArrayLength() == 0
                    ? $"{value.Path} is empty in the sample, so only its count is an output: {name}."
                    : $"{value.Path} has items that an output cannot hold, so only its count is one: {name}. "
                    + $"For a value of its first item: --pick <name>={value.Path}[0].<member>.");
            }

            return;
        }

        Add(name, OutputKind.List, $"Values of {path} in the API's reply.", value);
        Add(given is null ? Name(value.Path, "count") : Unused(given + "Count"), OutputKind.Count, $"Number of items of {path} in the API's reply.", value);
    }

    private void Add(string name, OutputKind kind, string description, SampleValue value) =>
        _outputs.Add(new(name, _properties.Add(name), kind, description, value));

    private void Reserve(string name)
    {
        if (!_names.Add(name))
        {
            throw new ToolException(
                $"There is an output {name} already: every lookup has success, statusCode, errorCode and errorMessage, and this one has {Flag.Name}. "
                + "Choose another name.");
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
            _notes.Add($"An output's name has only letters from a to z, so {path} is called {name}. For another name: --pick <name>={path}.");
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

    /// <summary>The words of all names. What a name repeats of the one before is there once: <c>presence.presenceState</c> is a presence state.</summary>
    private static IReadOnlyList<string> Joined(IEnumerable<string> names) => names.Select(Words.Of).Aggregate(
        (IReadOnlyList<string>)[],
        (joined, words) => words.Take(joined.Count).SequenceEqual(joined) ? words : [.. joined, .. words]);
}
