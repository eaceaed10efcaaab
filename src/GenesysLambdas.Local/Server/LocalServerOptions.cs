using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Local.Server;

/// <summary>What <see cref="LocalServer"/> serves, and to whom.</summary>
public sealed record LocalServerOptions
{
    /// <summary>What the suite's secrets and its program are called.</summary>
    public required SuiteNames Names { get; init; }

    /// <summary>The functions, except the authorizer.</summary>
    public required IReadOnlyList<LookupContract> Contracts { get; init; }

    /// <summary>What answers in place of the external APIs.</summary>
    public required IReadOnlyList<IStandIn> StandIns { get; init; }

    /// <summary>The program to start for a function; null: none, and any process may ask its runtime API for events.</summary>
    public FunctionExecutable? Executable { get; init; }

    /// <summary>The functions' environment variables, which override those for the stand-ins.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets by name, in addition to those of the stand-ins, or in place of them.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Whose tokens callers over HTTP must have; null: they must have the token in the local secret.</summary>
    public LocalIssuer? JwtIssuer { get; init; }

    /// <summary>The loopback port; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>The longest that an invocation may take, and a process until it asks for its first event.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same for a process that the server did not start, and which may be stopped in a debugger; null: as for all others.</summary>
    public TimeSpan? VisitorTimeout { get; init; }

    /// <summary>The most processes that one function may have.</summary>
    public int MaxProcesses { get; init; } = 4;

    /// <summary>Tells which user owns a connection; null: unknown, as on systems other than Linux.</summary>
    public SocketTable? Sockets { get; init; } = SocketTable.OfThisSystem();

    /// <summary>Called with the id of another user whose connections are refused; null: the system does not name the user.</summary>
    public Action<uint?> Refused { get; init; } = _ => { };

    /// <summary>Receives every line that a function writes: the function's name, then the line.</summary>
    public Action<string, string> Log { get; init; } = (_, _) => { };
}
