using System.Text.RegularExpressions;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Scaffolding.NewLookups;

internal static partial class LookupName
{
    /// <summary>The most characters. The function's name is the stack's, a hyphen and the lookup's, and Lambda's limit is 64.</summary>
    public const int MaxLength = 40;

    // In these, a class of the lookup's name would hide what the lookup's code uses.
    private static readonly string[] Used =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text.Json", "System.Text.Json.Serialization",
        "System.Threading", "System.Threading.Tasks", "Amazon.Lambda.Annotations", "Amazon.Lambda.Core",
    ];

    private static readonly string[] Suffixes = ["", "Inputs", "Outputs", "Reply", "Body", "Json"];

    public static void Check(string name, IReadOnlyList<LookupContract> lookups, SuiteCode code)
    {
        // The class is named after the lookup, without hyphens.
        if (DeviceName.Is(name.Replace("-", "", StringComparison.Ordinal)))
        {
            throw new ToolException(
                $"'{name}' cannot be a lookup's name: Windows reserves the name of its files for a device, whatever their extension. "
                + $"Choose another name, such as {name.ToLowerInvariant()}-lookup.");
        }

        if (!Kebab().IsMatch(name) || name.Length > MaxLength)
        {
            throw new ToolException(
                $"'{name}' cannot be a lookup's name. Write it in lower case, with hyphens between the words, such as user-lookup, "
                + $"and with at most {MaxLength} characters.");
        }

        var files = code.Projects.FilesOf(name);
        if (lookups.Any(lookup => lookup.Name == name))
        {
            throw new ToolException($"There is a lookup {name} already. Change its file, {files.Source}, or choose another name.");
        }

        // On Windows and macOS, one file would overwrite the other.
        var like = lookups.FirstOrDefault(lookup => code.Projects.FilesOf(lookup.Name).Class.Equals(files.Class, StringComparison.OrdinalIgnoreCase));
        if (like is not null)
        {
            throw new ToolException(
                $"'{name}' cannot be the lookup's name, because its files would differ from those of {like.Name} only in case. Choose another name.");
        }

        if (name == HttpAuthorizerFunction.Contract.Name)
        {
            throw new ToolException($"'{name}' cannot be a lookup's name: it is the authorizer's.");
        }

        if (Suffixes.Select(suffix => files.Class + suffix).FirstOrDefault(taken => IsTaken(taken, code)) is { } taken)
        {
            throw new ToolException(
                $"'{name}' cannot be the lookup's name, because there is something else called {taken} in the code. "
                + $"Choose another name, such as {name}-lookup.");
        }
    }

    public static void CheckApi(string api)
    {
        if (!Setting().IsMatch(api))
        {
            throw new ToolException(
                $"'{api}' cannot be an API's name. Write it like USER_API: in capitals, with underscores between the words, and _API at the end.");
        }
    }

    public static void CheckClass(NewLookup lookup, SuiteCode code)
    {
        var name = lookup.Api.Class;
        if (lookup.Api.IsNew && (IsTaken(name, code) || Suffixes.Any(suffix => lookup.Class + suffix == name)))
        {
            throw new ToolException(
                $"'{lookup.Api.Contract.Name}' cannot be an API's name, because {name} is already taken in the code. Choose another name with --api.");
        }
    }

    /// <summary>The API of a lookup that names none: <c>ORDER_STATUS_API</c>.</summary>
    public static string ApiOf(string lookup) => lookup.ToUpperInvariant().Replace('-', '_') + "_API";

    private static bool IsTaken(string name, SuiteCode code)
    {
        var own = code.Functions.GetTypes().Concat(typeof(LookupContract).Assembly.GetTypes());
        return own.Any(type => type.Name.Split('`')[0] == name || (type.Namespace ?? "").Split('.').Contains(name))
            || code.CommandLine.GetTypes().Any(type => type.Name == name + "StandIn" && type.Namespace?.EndsWith(".StandIns", StringComparison.Ordinal) == true)
            || AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).SelectMany(assembly => assembly.GetExportedTypes())
                .Any(type => (Used.Contains(type.Namespace) && type.Name.Split('`')[0] == name) || (type.Namespace ?? "").Split('.')[0] == name);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]*(_[A-Z0-9]+)*_API\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
