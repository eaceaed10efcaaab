using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Inputs;

/// <summary>The path and query that a new lookup calls, relative to the API's base URL, with placeholders for inputs.</summary>
/// <param name="Parts">Literal parts and inputs, in order, without the leading slash.</param>
internal sealed partial record PathTemplate(IReadOnlyList<PathPart> Parts)
{
    public static PathTemplate Parse(string address, NewInputs inputs)
    {
        if (Address().Match(address) is not { Success: true } match)
        {
            throw new ToolException(
                $"'{address}' is not a valid API path. Write it like '/v1/orders/{{order_id}}?open={{open:boolean?}}', in quotes and with %20 for a space. "
                + "A full address starts with https://.");
        }

        var path = match.Groups["path"].Value.TrimStart('/');
        var pieces = Piece().Matches(path).Select(piece => piece.Value).ToList();
        var parts = new List<PathPart>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].StartsWith('{'))
            {
                parts.Add(new PathPart(pieces[i], null));
                continue;
            }

            var isInPath = !string.Concat(pieces.Take(i).Where(piece => !piece.StartsWith('{'))).Contains('?', StringComparison.Ordinal);
            var input = inputs.Add(pieces[i], isInPath);
            var isWholeValue = i > 0 && pieces[i - 1].EndsWith('=') && (i == pieces.Count - 1 || pieces[i + 1].StartsWith('&'));
            if (!input.IsRequired && !isWholeValue)
            {
                throw new ToolException($"{pieces[i]} is optional, so it must be the whole value of a parameter, as in ?name={{name?}}.");
            }

            parts.Add(new PathPart("", input));
        }

        return new(parts);
    }

    /// <summary>The scheme and host of an address; empty if it has none.</summary>
    public static string BaseUrlOf(string address) => Address().Match(address).Groups["base"].Value;

    public string Interpolated => string.Concat(
        Parts.Select(part => part.Input is { } input ? $"{{inputs.{input.Property}}}" : CSharp.Interpolated(part.Text)));

    /// <summary>The stand-in's route: without the query, and unescaped as the server sees it.</summary>
    public string Route =>
        "/" + Escapes().Replace(Concat(input => $"{{{input.Name}}}").Split('?')[0], escaped => Uri.UnescapeDataString(escaped.Value));

    /// <summary>For messages: with the names of the query's parameters, but not their values.</summary>
    public string Shown => "/" + Concat(input => input.IsInPath ? $"{{{input.Name}}}" : "");

    /// <summary>The request's target for these values, without the parameters that have none.</summary>
    public string Target(Func<NewInput, string?> value)
    {
        var target = "/" + Concat(input => value(input) is { } given ? Uri.EscapeDataString(given) : "\0");
        var query = target.Split('?', 2);
        var parameters = query.Length == 1 ? [] : query[1].Split('&').Where(parameter => !parameter.EndsWith('\0')).ToArray();
        return parameters.Length == 0 ? query[0] : $"{query[0]}?{string.Join('&', parameters)}";
    }

    public string? ParameterOf(NewInput input)
    {
        var single = from parameter in Concat(part => $"{{{part.Name}}}").Split('?', 2).Skip(1).SelectMany(query => query.Split('&'))
                     group parameter.Split('=', 2) by parameter.Split('=', 2)[0].ToUpperInvariant() into same
                     where same.Count() == 1
                     select same.First();
        return single.FirstOrDefault(parameter => parameter is [_, var value] && value == $"{{{input.Name}}}") is [var name, _]
            ? Uri.UnescapeDataString(name)
            : null;
    }

    private string Concat(Func<NewInput, string> value) => string.Concat(Parts.Select(part => part.Input is { } input ? value(input) : part.Text));

    [GeneratedRegex(
        @"\A(?<base>https://[A-Za-z0-9.-]+(:[0-9]+)?(?=/))?"
        + @"(?<path>(?!.*://|(.*/)?\.\.?([/?]|\z))/?([A-Za-z0-9._~!$'()*+,;=:@/?&-]|%[0-9A-Fa-f]{2}|\{[^{}]*\})+)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    // Servers do not unescape slashes.
    [GeneratedRegex("(%(?!2[Ff])[0-9A-Fa-f]{2})+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\{[^{}]*\}|[^{}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();
}

internal sealed record PathPart(string Text, NewInput? Input);
