using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Local.Server;

public sealed record LocalServerOptions
{
    public required SuiteNames Names { get; init; }

    /// <summary>All functions but the authorizer.</summary>
    public required IReadOnlyList<LookupContract> Contracts { get; init; }

    public required IReadOnlyList<IStandIn> StandIns { get; init; }

    /// <summary>The functions' program; null to start none, and let any process ask for events.</summary>
    public FunctionExecutable? Executable { get; init; }

    /// <summary>The functions' environment variables. They override those for the stand-ins.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets by name. They are added to the stand-ins' secrets, or override them.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Issues the tokens that HTTP callers need; null if they need the token in the local secret.</summary>
    public LocalIssuer? JwtIssuer { get; init; }

    /// <summary>A loopback port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>For an invocation, and for a process until it asks for its first event.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For processes that the server did not start and that may be in a debugger; null for the same timeout.</summary>
    public TimeSpan? VisitorTimeout { get; init; }

    /// <summary>The maximum number of processes per function.</summary>
    public int MaxProcesses { get; init; } = 4;

    /// <summary>Shows which user owns a connection; null if unknown, as on systems other than Linux.</summary>
    public SocketTable? Sockets { get; init; } = SocketTable.OfThisSystem();

    /// <summary>Called when another user's connection is refused, with the user's id; null if unknown.</summary>
    public Action<uint?> Refused { get; init; } = _ => { };

    /// <summary>Called with the function's name and every line that it writes.</summary>
    public Action<string, string> Log { get; init; } = (_, _) => { };
}
