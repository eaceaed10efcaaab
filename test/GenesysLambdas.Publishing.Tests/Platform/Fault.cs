namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>What goes wrong with one request.</summary>
internal abstract record Fault
{
    /// <summary>Whether the operation still takes effect, so that only its reply is lost.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>An error with an <c>ErrorBody</c>.</summary>
    /// <param name="code">The HTTP status.</param>
    /// <param name="retryAfter">Seconds for the header <c>Retry-After</c>; null: without.</param>
    public static Fault Status(int code, int? retryAfter = null) => new StatusFault(code, retryAfter);

    /// <summary>The headers and half of the body, then the connection is closed.</summary>
    public static Fault CutOff { get; } = new CutOffFault();

    /// <summary>A proxy's page in HTML with the status 502.</summary>
    public static Fault NotJson { get; } = new NotJsonFault();

    /// <summary>No answer until the stand-in ends.</summary>
    public static Fault Never { get; } = new NeverFault();

    /// <summary>Some other body, in an encoding that nobody knows.</summary>
    public static Fault Body(string text, int code = 200) => new BodyFault(text, code);

    internal sealed record BodyFault(string Text, int Code) : Fault;

    internal sealed record StatusFault(int Code, int? RetryAfter) : Fault;

    internal sealed record CutOffFault : Fault;

    internal sealed record NotJsonFault : Fault;

    internal sealed record NeverFault : Fault;
}
