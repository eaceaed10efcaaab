using System.Text.RegularExpressions;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Scaffolding.NewLookups;

internal static partial class LookupName
{
    /// <summary>Lambda's limit is 64 for a function's name, which is the stack's name, a hyphen and the lookup's name.</summary>
    public const int MaxLength = 40;

    // A class with the name of a type in these namespaces would hide a type that the lookup uses.
    private static readonly string[] Used =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text.Json", "System.Text.Json.Serialization",
        "System.Threading", "System.Threading.Tasks", "Amazon.Lambda.Annotations", "Amazon.Lambda.Core",
    ];

    private static readonly string[] Suffixes = ["", "Inputs", "Outputs", "Reply", "Body", "Json"];

    public static void Check(string name, IReadOnlyList<LookupContract> lookups, SuiteCode code)
    {
        // The file is named after the class, which has no hyphens.
        if (DeviceName.Is(name.Replace("-", "", StringComparison.Ordinal)))
        {
            throw new ToolException(
                $"'{name}' is not a valid lookup name: Windows reserves that file name for a device, whatever its extension. "
                + $"Choose another name, such as {name.ToLowerInvariant()}-lookup.");
        }

        if (!Kebab().IsMatch(name) || name.Length > MaxLength)
        {
            throw new ToolException(
                $"'{name}' is not a valid lookup name. Use lower-case words joined by hyphens, such as user-lookup, "
                + $"and at most {MaxLength} characters.");
        }

        var files = code.Projects.FilesOf(name);
        if (lookups.Any(lookup => lookup.Name == name))
        {
            throw new ToolException($"There is already a lookup {name}. Edit {files.Source}, or choose another name.");
        }

        // Windows and macOS ignore case in file names.
        var like = lookups.FirstOrDefault(lookup => code.Projects.FilesOf(lookup.Name).Class.Equals(files.Class, StringComparison.OrdinalIgnoreCase));
        if (like is not null)
        {
            throw new ToolException(
                $"'{name}' is not a valid lookup name: its file names would differ from those of {like.Name} only in case. Choose another name.");
        }

        if (name == HttpAuthorizerFunction.Contract.Name)
        {
            throw new ToolException($"'{name}' is not a valid lookup name: it is reserved for the authorizer.");
        }

        if (Suffixes.Select(suffix => files.Class + suffix).FirstOrDefault(taken => IsTaken(taken, code)) is { } taken)
        {
            throw new ToolException(
                $"'{name}' is not a valid lookup name: {taken} is already taken in the code. "
                + $"Choose another name, such as {name}-lookup.");
        }
    }

    public static void CheckApi(string api)
    {
        if (!Setting().IsMatch(api))
        {
            throw new ToolException(
                $"'{api}' is not a valid API name. Use capitals and underscores, and end with _API, as in USER_API.");
        }
    }

    public static void CheckClass(NewLookup lookup, SuiteCode code)
    {
        var name = lookup.Api.Class;
        if (lookup.Api.IsNew && (IsTaken(name, code) || Suffixes.Any(suffix => lookup.Class + suffix == name)))
        {
            throw new ToolException(
                $"'{lookup.Api.Contract.Name}' is not available as an API's name: {name} is already taken in the code. Choose another name with --api.");
        }
    }

    /// <summary>The API of a lookup without --api: <c>ORDER_STATUS_API</c>.</summary>
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
