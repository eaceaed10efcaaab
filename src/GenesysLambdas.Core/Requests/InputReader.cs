using System.Runtime.InteropServices;
using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Requests;

/// <summary>The inputs record of a lookup. The generator implements it for every partial record with <see cref="InputAttribute"/>.</summary>
public interface IInputs<out TSelf>
{
    /// <summary>Reads the record's inputs. The reader collects the problems.</summary>
    static abstract TSelf Read(InputReader reader);
}

/// <summary>Reads inputs from a request, and collects the problems.</summary>
/// <remarks>
/// Genesys Cloud omits an unset variable, or sends null, <c>""</c> or white space: all mean "not given". Architect authors often store
/// numbers and booleans as strings, so each is accepted for the other as long as no information is lost. An input that is
/// not given gets the fallback; if it is required, that is also reported as a problem.
/// </remarks>
public sealed class InputReader
{
    private readonly JsonMembers _inputs;
    private readonly List<(InputContract Input, string Message)> _problems = [];
    private bool _missing;

    public InputReader(JsonElement inputs)
        : this(new JsonPart(JsonMarshal.GetRawUtf8Value(inputs).ToArray()).AsObject())
    {
    }

    internal InputReader(JsonMembers inputs) => _inputs = inputs;

    /// <summary>Whether the input was given, valid or not.</summary>
    public bool IsGiven(InputContract input) => _inputs[input.Name] is var value && value.Kind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.String => value.Text() is not { } text || !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    /// <summary>Reads a string and trims it.</summary>
    public string Text(InputContract input, string fallback = "")
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        Report(input, InputRequirement.Problem(input, text));
        return text;
    }

    /// <summary>Reads an integer. <c>5.0</c> is valid, <c>5.5</c> is not.</summary>
    public long Integer(InputContract input, long fallback = 0) =>
        TryGet(input, out var text) && IsWithin(input, ExactNumber.TryInteger(Digits(text), out var value), value) ? value : fallback;

    /// <summary>Reads a number without rounding it.</summary>
    public decimal Number(InputContract input, decimal fallback = 0) =>
        TryGet(input, out var text) && IsWithin(input, ExactNumber.TryDecimal(Digits(text), out var value), (double)value) ? value : fallback;

    /// <summary>Reads a boolean.</summary>
    public bool Boolean(InputContract input, bool fallback = false)
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        Report(input, bool.TryParse(text, out var value) ? null : InputRequirement.Broken(input));
        return value;
    }

    /// <summary>Reads a JSON value. A string that contains a JSON document is parsed.</summary>
    /// <returns>The value, in which all strings are valid Unicode; undefined if it was not given.</returns>
    public JsonElement Json(InputContract input)
    {
        var value = _inputs[input.Name];
        JsonElement? json = null;
        string? problem = null;
        if (value.Kind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String)
        {
            if (!TryGet(input, out var text))
            {
                return default;
            }

            (json, problem) = ParseJson(input, text);
        }

        if (json is null && problem is null)
        {
            (json, problem) = ReadJson(input, value);
        }

        Report(input, problem);
        return json ?? default;
    }

    // Neither Architect nor people write exponents.
    private static byte[] Digits(string text) => text.Contains('e', StringComparison.OrdinalIgnoreCase) ? [] : Encoding.UTF8.GetBytes(text);

    internal void ThrowIfInvalid()
    {
        if (_problems.Count > 0)
        {
            throw new LookupException(new Failure(ErrorCode.ValidationError, string.Join("; ", _problems.Select(problem => problem.Message)))
            {
                Reason = _missing ? FailureReason.InputMissing : FailureReason.InputInvalid,
                Subject = string.Join(", ", _problems.Select(problem => problem.Input.Name)),
            });
        }
    }

    private void Report(InputContract input, string? problem)
    {
        if (problem is not null)
        {
            _problems.Add((input, problem));
        }
    }

    private bool IsWithin(InputContract input, bool isKnown, double number)
    {
        var isWithin = isKnown && number >= input.Minimum && number <= input.Maximum;
        Report(input, isWithin ? null : InputRequirement.Broken(input));
        return isWithin;
    }

    private bool TryGet(InputContract input, out string text)
    {
        text = "";
        var value = _inputs[input.Name];
        switch (value.Kind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                break;
            case JsonValueKind.String when value.Text() is { } given:
                text = given.Trim();
                break;
            case JsonValueKind.String:
                _problems.Add((input, InputRequirement.NotUnicode(input)));
                return false;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                text = Encoding.UTF8.GetString(value.Utf8.Span);
                break;
            default:
                _problems.Add((input, InputRequirement.Broken(input)));
                return false;
        }

        if (text.Length == 0)
        {
            ReportMissing(input);
        }

        return text.Length > 0;
    }

    private void ReportMissing(InputContract input)
    {
        if (input.Required)
        {
            _missing = true;
            _problems.Add((input, input.Missing ?? $"Missing required input: {input.Name}"));
        }
    }

    // Checks length and depth before parsing.
    // Returns nulls if the string is not JSON.
    private static (JsonElement? Json, string? Problem) ParseJson(InputContract input, string text)
    {
        if (text.Length > input.MaxLength)
        {
            return (null, InputRequirement.Broken(input));
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        return JsonNesting.Check(utf8) switch
        {
            JsonProblem.TooDeep => (null, $"{input.Name} must not be nested more than {JsonNesting.MaxLevels} levels deep"),
            JsonProblem.NotJson => (null, null),
            _ => ReadJson(input, new JsonPart(utf8)),
        };
    }

    private static (JsonElement? Json, string? Problem) ReadJson(InputContract input, JsonPart value) =>
        Encoding.UTF8.GetCharCount(value.Utf8.Span) > input.MaxLength ? (null, InputRequirement.Broken(input))
        : !JsonText.IsUnicode(value.Utf8.Span) ? (null, InputRequirement.NotUnicode(input))
        : (value.Parse(), null);
}
