namespace GenesysLambdas.DataActions;

/// <summary>
/// A value in a JSON document that is checked strictly: nothing is converted, and every violation is recorded with its place.
/// The document must be valid Unicode, as an input is.
/// </summary>
internal sealed class CheckedJson
{
    private readonly JsonPlace _place;
    private readonly List<Violation> _violations;
    private Dictionary<string, JsonElement>? _members;

    private CheckedJson(JsonElement json, JsonPlace place, List<Violation> violations) => (Json, _place, _violations) = (json, place, violations);

    public CheckedJson(JsonElement document)
        : this(document, JsonPlace.Root, [])
    {
    }

    /// <summary>The violations found in the document, in the order they were found.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    public JsonElement Json { get; }

    public void Violates(string type, string message) => _violations.Add(new(_place, type, message));

    public bool MustBeObject() => Is(JsonValueKind.Object, ViolationType.Object, "Must be an object");

    /// <summary>Checks that it is an object without duplicate members.</summary>
    public bool MustBeRecord()
    {
        if (!MustBeObject())
        {
            return false;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        MembersViolate(name => !names.Add(name), ViolationType.Repeated, "Must appear only once");
        return true;
    }

    /// <summary>Checks that an object has no members other than these.</summary>
    public void MustHaveNoneBut(IReadOnlySet<string> names) => MembersViolate(name => !names.Contains(name), ViolationType.Extra, "Is not allowed");

    /// <summary>A member of an object.</summary>
    /// <returns>Null if it is missing, which is a violation.</returns>
    public CheckedJson? Required(string name)
    {
        var member = Optional(name);
        if (member is null)
        {
            _violations.Add(new(_place.Member(name), ViolationType.Missing, "Field required"));
        }

        return member;
    }

    /// <returns>Null if it is missing.</returns>
    public CheckedJson? Optional(string name) => ByName.TryGetValue(name, out var member) ? new(member, _place.Member(name), _violations) : null;

    /// <returns>The elements; empty if it is not an array, which is a violation.</returns>
    public IReadOnlyList<CheckedJson> Elements() =>
        Is(JsonValueKind.Array, ViolationType.List, "Must be an array")
            ? [.. Json.EnumerateArray().Select((element, i) => new CheckedJson(element, _place.Element(i), _violations))]
            : [];

    /// <returns>Null if it is not a string, which is a violation.</returns>
    public string? Text() => Is(JsonValueKind.String, ViolationType.String, "Must be a string") ? Json.GetString() : null;

    public void MustBeText(int fewest, int most)
    {
        if (Text() is { } text && text.EnumerateRunes().Count() is var count && (count < fewest || count > most))
        {
            Violates(count < fewest ? ViolationType.StringTooShort : ViolationType.StringTooLong, $"Must have {fewest} to {most} characters");
        }
    }

    public void MustBeOneOf(params string[] texts)
    {
        if (Text() is { } text && !texts.Contains(text, StringComparer.Ordinal))
        {
            Violates(ViolationType.Enum, $"Must be one of {string.Join(", ", texts)}");
        }
    }

    /// <summary>Checks that it is an integer within inclusive bounds, written without a decimal point or exponent.</summary>
    public void MustBeInteger(int minimum, int maximum)
    {
        if (!SchemaType.IsInteger(Json))
        {
            Violates(ViolationType.Integer, "Must be an integer");
        }
        else if (!Json.TryGetInt64(out var value) || value < minimum || value > maximum)
        {
            var isTooSmall = Json.GetRawText()[0] == '-' || (Json.TryGetInt64(out value) && value < minimum);
            Violates(isTooSmall ? ViolationType.TooSmall : ViolationType.TooLarge, $"Must be from {minimum} to {maximum}");
        }
    }

    // A contract may have as many properties as a payload has members. If a name is repeated, the last one counts.
    private Dictionary<string, JsonElement> ByName
    {
        get
        {
            if (_members is null)
            {
                _members = new(StringComparer.Ordinal);
                foreach (var member in Json.EnumerateObject())
                {
                    _members[member.Name] = member.Value;
                }
            }

            return _members;
        }
    }

    private bool Is(JsonValueKind kind, string type, string message)
    {
        if (Json.ValueKind != kind)
        {
            Violates(type, message);
        }

        return Json.ValueKind == kind;
    }

    // Each name is reported once, however often it occurs.
    private void MembersViolate(Func<string, bool> rule, string type, string message) => _violations.AddRange(
        from name in Json.EnumerateObject().Select(member => member.Name).Where(rule).Distinct(StringComparer.Ordinal)
        select new Violation(_place.Member(name), type, message));
}
