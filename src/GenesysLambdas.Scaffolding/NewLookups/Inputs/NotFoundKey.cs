using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Inputs;

/// <summary>The input that makes a stand-in reply with 404 if its value is <see cref="Value"/>.</summary>
internal sealed record NotFoundKey(NewInput Input, string Expression, bool IsInBody)
{
    public const string Value = "404";

    /// <summary>The first input, required ones first, that can have this value and that a stand-in can read; null if there is none.</summary>
    public static NotFoundKey? Of(IReadOnlyList<NewInput> inputs, PathTemplate path, JsonElement? body) => inputs
        .Where(input => input.Type != ContractType.Boolean)
        .OrderByDescending(input => input.IsRequired)
        .Select(input => In(input, path, body))
        .FirstOrDefault(key => key is not null);

    private static NotFoundKey? In(NewInput input, PathTemplate path, JsonElement? body)
    {
        if (input.IsInPath)
        {
            return new(input, $"(string?)context.Request.RouteValues[{CSharp.Literal(input.Name)}]", IsInBody: false);
        }

        if (path.ParameterOf(input) is { } parameter)
        {
            return new(input, $"context.Request.Query[{CSharp.Literal(parameter)}]", IsInBody: false);
        }

        var place = body is null ? null
            : SampleValue.All(body.Value, JsonPath.Root).FirstOrDefault(value => NewInputs.NameIn(value.Json) == input.Name);
        return place is null ? null
            : new(input, $"body{string.Concat(place.Path.Names.Select(name => $"?[{CSharp.Literal(name)}]"))}?.ToString()", IsInBody: true);
    }
}
