using System.Text;
using System.Text.Json;

namespace GenesysLambdas.Validation;

/// <summary>
/// A value in a JSON document that is checked strictly: nothing is converted, and whatever is wrong is collected, with its place.
/// The document must be valid Unicode, as an input is.
/// </summary>
public sealed class CheckedJson
{
    private readonly JsonElement _json;
    private readonly JsonPlace _place;
    private readonly List<Violation> _violations;

    private CheckedJson(JsonElement json, JsonPlace place, List<Violation> violations) => (_json, _place, _violations) = (json, place, violations);

    /// <summary>Begins to check a document.</summary>
    /// <param name="document">The document.</param>
    public CheckedJson(JsonElement document)
        : this(document, JsonPlace.Root, [])
    {
    }

    /// <summary>What is wrong with the document, in the order it was found.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The value.</summary>
    public JsonElement Json => _json;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => _json.ValueKind == JsonValueKind.Null;

    /// <summary>Reports a violation.</summary>
    /// <param name="type">A <see cref="ViolationType"/>.</param>
    /// <param name="message">What it must be.</param>
    public void Violates(string type, string message) => _violations.Add(new(_place, type, message));

    /// <summary>Checks for an object, whatever it holds.</summary>
    /// <returns>Whether it is one.</returns>
    public bool MustBeObject() => Is(JsonValueKind.Object, ViolationType.Object, "Must be an object");

    /// <summary>Checks for an object that has each member once.</summary>
    /// <returns>Whether it is an object.</returns>
    public bool MustBeRecord()
    {
        if (!MustBeObject())
        {
            return false;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var repeated = _json.EnumerateObject().Select(member => member.Name).Where(name => !names.Add(name)).Distinct(StringComparer.Ordinal);
        _violations.AddRange(repeated.Select(name => new Violation(_place.Member(name), ViolationType.Repeated, "Must be given once")));
        return true;
    }

    /// <summary>Checks for an object that has no members but these.</summary>
    /// <param name="names">Their names.</param>
    public void MustHaveNoneBut(IReadOnlySet<string> names)
    {
        if (MustBeObject())
        {
            var others = _json.EnumerateObject().Select(member => member.Name).Where(name => !names.Contains(name)).Distinct(StringComparer.Ordinal);
            _violations.AddRange(others.Select(name => new Violation(_place.Member(name), ViolationType.Extra, "Must not be given")));
        }
    }

    /// <summary>A member of an object.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null where it is not there, which is a violation.</returns>
    public CheckedJson? Required(string name)
    {
        var member = Optional(name);
        if (member is null)
        {
            _violations.Add(new(_place.Member(name), ViolationType.Missing, "Field required"));
        }

        return member;
    }

    /// <summary>A member of an object.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null where it is not there.</returns>
    public CheckedJson? Optional(string name) =>
        _json.TryGetProperty(name, out var member) ? new(member, _place.Member(name), _violations) : null;

    /// <summary>The elements of an array.</summary>
    /// <returns>None where it is none, which is a violation.</returns>
    public IReadOnlyList<CheckedJson> Elements() =>
        Is(JsonValueKind.Array, ViolationType.List, "Must be an array")
            ? [.. _json.EnumerateArray().Select((element, i) => new CheckedJson(element, _place.Element(i), _violations))]
            : [];

    /// <summary>Its text.</summary>
    /// <returns>Null where it is none, which is a violation.</returns>
    public string? Text() => Is(JsonValueKind.String, ViolationType.String, "Must be a string") ? _json.GetString() : null;

    /// <summary>Checks for a text.</summary>
    /// <param name="fewest">Fewest characters.</param>
    /// <param name="most">Most characters.</param>
    public void MustBeText(int fewest, int most)
    {
        if (Text() is { } text && Count(text) is var count && (count < fewest || count > most))
        {
            Violates(count < fewest ? ViolationType.StringTooShort : ViolationType.StringTooLong, $"Must have {fewest} to {most} characters");
        }
    }

    /// <summary>Checks for one of several texts.</summary>
    /// <param name="texts">The texts, case-sensitive.</param>
    public void MustBeOneOf(params string[] texts)
    {
        if (Text() is { } text && !texts.Contains(text, StringComparer.Ordinal))
        {
            Violates(ViolationType.Enum, $"Must be one of {string.Join(", ", texts)}");
        }
    }

    /// <summary>Checks for a whole number, written without point and exponent.</summary>
    /// <param name="minimum">Smallest, inclusive.</param>
    /// <param name="maximum">Largest, inclusive.</param>
    public void MustBeInteger(int minimum, int maximum)
    {
        if (_json.ValueKind != JsonValueKind.Number || _json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            Violates(ViolationType.Integer, "Must be an integer");
        }
        else if (!_json.TryGetInt64(out var value) || value < minimum || value > maximum)
        {
            var isTooSmall = _json.GetRawText()[0] == '-' || (_json.TryGetInt64(out value) && value < minimum);
            Violates(isTooSmall ? ViolationType.TooSmall : ViolationType.TooLarge, $"Must be from {minimum} to {maximum}");
        }
    }

    private bool Is(JsonValueKind kind, string type, string message)
    {
        if (_json.ValueKind != kind)
        {
            Violates(type, message);
        }

        return _json.ValueKind == kind;
    }

    private static int Count(string text) => text.EnumerateRunes().Count();
}
