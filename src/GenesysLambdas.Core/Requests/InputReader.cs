using System.Text.Json;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>Takes inputs out of a request as their types, and collects what is wrong with them.</summary>
/// <remarks>
/// Genesys Cloud sends an unset variable as nothing, null, <c>""</c> or white space: all are "not given". Architect authors hold
/// numbers and booleans as text, so text is taken for them, and they for text, wherever that loses no information.
/// </remarks>
/// <param name="inputs">The JSON object that holds the inputs.</param>
public sealed class InputReader(JsonElement inputs)
{
    private readonly List<(InputContract Input, string Message)> _problems = [];
    private bool _missing;

    /// <summary>Whether there is an input to read, be it right or wrong.</summary>
    /// <param name="input">The input.</param>
    public bool IsGiven(InputContract input) => inputs.TryGetProperty(input.Name, out var json) && json.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => !TryGetText(json, out var text) || !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    /// <summary>A text, trimmed.</summary>
    /// <param name="input">The input.</param>
    /// <param name="fallback">The answer when it is not given and not required.</param>
    public string Text(InputContract input, string fallback = "")
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        if (InputText.Problem(input, text) is { } problem)
        {
            _problems.Add((input, problem));
        }

        return text;
    }

    /// <summary>A whole number; <c>5.0</c> is one, <c>5.5</c> is not.</summary>
    /// <param name="input">The input.</param>
    /// <param name="fallback">The answer when it is not given and not required.</param>
    public long Integer(InputContract input, long fallback = 0)
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        var known = InputNumber.TryInteger(text, out var value);
        return Within(input, known, value) ? value : fallback;
    }

    /// <summary>A number with decimals, exact.</summary>
    /// <param name="input">The input.</param>
    /// <param name="fallback">The answer when it is not given and not required.</param>
    public decimal Number(InputContract input, decimal fallback = 0)
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        var known = InputNumber.TryDecimal(text, out var value);
        return Within(input, known, (double)value) ? value : fallback;
    }

    /// <summary>True or false.</summary>
    /// <param name="input">The input.</param>
    /// <param name="fallback">The answer when it is not given and not required.</param>
    public bool Boolean(InputContract input, bool fallback = false)
    {
        if (!TryGet(input, out var text))
        {
            return fallback;
        }

        if (!bool.TryParse(text, out var value))
        {
            _problems.Add((input, InputRequirement.Broken(input)));
        }

        return value;
    }

    /// <summary>A JSON value: a text that holds a JSON document is read as that document, anything else is taken as it was given.</summary>
    /// <param name="input">The input.</param>
    /// <returns>Valid Unicode throughout; of the kind Undefined when it is not given and not required.</returns>
    public JsonElement Json(InputContract input)
    {
        if (!inputs.TryGetProperty(input.Name, out var json) || json.ValueKind == JsonValueKind.Null)
        {
            ReportMissing(input);
            return default;
        }

        if (json.ValueKind == JsonValueKind.String)
        {
            if (!TryGet(input, out var text))
            {
                return default;
            }

            json = InputJson.Parse(text) ?? json;
        }

        if (InputJson.Problem(input, json) is { } problem)
        {
            _problems.Add((input, problem));
        }

        return json;
    }

    internal void ThrowIfInvalid()
    {
        if (_problems.Count > 0)
        {
            var reason = _missing ? FailureReason.InputMissing : FailureReason.InputInvalid;
            throw new LookupException(new Failure(ErrorCode.ValidationError, string.Join("; ", _problems.Select(problem => problem.Message)))
            {
                Reason = reason,
                Subject = string.Join(", ", _problems.Select(problem => problem.Input.Name)),
            });
        }
    }

    private bool Within(InputContract input, bool known, double value)
    {
        var within = known && value >= input.Minimum && value <= input.Maximum;
        if (!within)
        {
            _problems.Add((input, InputRequirement.Broken(input)));
        }

        return within;
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
            // Half a surrogate pair is well-formed JSON, but no text.
            text = "";
            return false;
        }
    }
}
