using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

/// <summary>A value of the sample to return: <c>name=$.data.items[0].name</c>, or only the path.</summary>
internal sealed partial record OutputPick(string? Name, JsonPath Path)
{
    private const int MaxShown = 8;

    public static OutputPick Parse(string text) => Named().Match(text) is { Success: true } match
        ? new(match.Groups["name"].Value, JsonPath.Parse(match.Groups["path"].Value))
        : new(null, JsonPath.Parse(text));

    public SampleValue Find(JsonElement sample, IReadOnlyList<SampleValue> values)
    {
        var near = LookupNames.NearestFew(values.Select(value => value.Path.ToString()), Path.ToString());
        var found = SampleValue.Find(sample, Path) ?? throw new ToolException($"The sample has no {Path}. Did you mean {string.Join(", ", near)}?");
        if (found.Json.ValueKind != JsonValueKind.Object)
        {
            return found;
        }

        var inside = SampleValue.All(found.Json, Path).Select(value => value.Path.ToString()).ToList();
        throw new ToolException(
            $"{Path} is an object, but an output is a single value. "
            + $"Pick one of its members: {string.Join(", ", inside.Take(MaxShown))}{(inside.Count > MaxShown ? ", ..." : "")}");
    }

    [GeneratedRegex(@"\A(?<name>[A-Za-z][A-Za-z0-9_-]{0,99})=(?<path>.+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
