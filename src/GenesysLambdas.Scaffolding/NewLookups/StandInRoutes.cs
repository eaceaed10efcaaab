using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace GenesysLambdas.Scaffolding.NewLookups;

public sealed record KnownStandIn(string Api, string? Secret, Func<IReadOnlyList<(string Path, IReadOnlyList<string> Methods)>> Routes);

internal static partial class StandInRoutes
{
    public static void Check(NewLookup lookup, IEnumerable<KnownStandIn> standIns)
    {
        try
        {
            RoutePatternFactory.Parse(lookup.Path.Route);
        }
        catch (RoutePatternException exception)
        {
            throw new ToolException($"No stand-in can answer {lookup.Path.Route}: {exception.Message}");
        }

        var shape = Shape(lookup.Path.Route);
        var isAnswered = standIns.Where(standIn => standIn.Api == lookup.Api.Contract.Name).SelectMany(standIn => standIn.Routes())
            .Any(route => Shape(route.Path) == shape && route.Methods.Contains(lookup.HttpMethod));
        if (isAnswered)
        {
            throw new ToolException(
                $"{lookup.Call} is called by a lookup already, and its stand-in cannot answer with two samples. "
                + "Add outputs to that lookup instead, or name another API with --api.");
        }
    }

    private static string Shape(string route) => Parameter().Replace(route, "{}").Trim('/').ToUpperInvariant();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
