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
                $"A lookup already calls {lookup.Call}, and its stand-in cannot return two samples. "
                + "Add outputs to that lookup, or choose another API with --api.");
        }
    }

    private static string Shape(string route) => Parameter().Replace(route, "{}").Trim('/').ToUpperInvariant();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
