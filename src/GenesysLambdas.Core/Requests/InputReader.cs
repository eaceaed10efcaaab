using System.Text.Json;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>Reads inputs from a request as their types, and collects what is wrong with them.</summary>
/// <remarks>
/// Genesys Cloud sends an unset variable as nothing, null, <c>""</c> or white space: all mean "not given". Architect authors hold
/// numbers and booleans as text, so text is taken for them, and they for text, as long as no information is lost. An input that is
/// not given is read as the fallback; if it is required, that is reported, too.
/// </remarks>
/// <param name="inputs">The JSON object that holds the inputs.</param>
public sealed class InputReader(JsonElement inputs)
{
    private readonly List<(InputContract Input, string Message)> _problems = [];
    private bool _missing;

    /// <summary>Whether there is an input to read, valid or not.</summary>
    public bool IsGiven(InputContract input) => inputs.TryGetProperty(input.Name, out var json) && json.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => !TryGetText(json, out var text) || !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    /// <summary>A text, trimmed.</summary>
    public string Text(InputContract input, string fallback = "")
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        Report(input, InputText.Problem(input, text));
        return text;
    }

    /// <summary>A whole number; <c>5.0</c> is one, <c>5.5</c> is not.</summary>
    public long Integer(InputContract input, long fallback = 0) =>
        TryGet(input, out var text) && IsWithin(input, InputNumber.TryInteger(text, out var value), value) ? value : fallback;

    /// <summary>A number with decimals, exact.</summary>
    public decimal Number(InputContract input, decimal fallback = 0) =>
        TryGet(input, out var text) && IsWithin(input, InputNumber.TryDecimal(text, out var value), (double)value) ? value : fallback;

    /// <summary>True or false.</summary>
    public bool Boolean(InputContract input, bool fallback = false)
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        Report(input, bool.TryParse(text, out var value) ? null : InputRequirement.Broken(input));
        return value;
    }

    /// <summary>A JSON value: text that holds a JSON document is read as that document, anything else is taken as it was given.</summary>
    /// <returns>Valid Unicode throughout; of the kind Undefined when it is not given.</returns>
    public JsonElement Json(InputContract input)
    {
        if (!inputs.TryGetProperty(input.Name, out var json) || json.ValueKind is JsonValueKind.Null or JsonValueKind.String)
        {
            if (!TryGet(input, out var text))
            {
                return default;
            }

            json = InputJson.Parse(text) ?? json;
        }

        Report(input, InputJson.Problem(input, json));
        return json;
    }

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
        if (inputs.TryGetProperty(input.Name, out var json))
        {
            switch (json.ValueKind)
            {
                case JsonValueKind.Null:
                    break;
                case JsonValueKind.String when !TryGetText(json, out text):
                    _problems.Add((input, $"{input.Name} must be valid Unicode text"));
                    return false;
                case JsonValueKind.String:
                    text = text.Trim();
                    break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    text = json.GetRawText();
                    break;
                default:
                    _problems.Add((input, InputRequirement.Broken(input)));
                    return false;
            }
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

    private static bool TryGetText(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is well-formed JSON, but not text.
            text = "";
            return false;
        }
    }
}
