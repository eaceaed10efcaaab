using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

/// <summary>user-lookup as a process, unless the environment names another function.</summary>
internal sealed class HostedUserLookup : HostedFunction
{
    private static readonly (string, string)[] UserLookup = [("AWS_LAMBDA_FUNCTION_NAME", "UserLookupFunction"), ("ANNOTATIONS_HANDLER", "LookUpUser")];

    public HostedUserLookup(RuntimeApiServer server, params (string Name, string Value)[] environment)
        : this(server, shell: null, environment)
    {
    }

    private HostedUserLookup(RuntimeApiServer server, string? shell, (string Name, string Value)[] environment)
        : base(server, shell, [.. UserLookup, .. environment])
    {
    }

    /// <summary>Starts it by a command of the shell, in which it is <c>"$0" "$@"</c>. Nobody reads its output.</summary>
    public static HostedUserLookup InShell(RuntimeApiServer server, string command, params (string Name, string Value)[] environment) =>
        new(server, command, environment);
}
