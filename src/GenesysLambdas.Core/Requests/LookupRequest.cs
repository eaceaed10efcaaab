using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Requests;

/// <summary>The format of a request, which determines the format of the answer.</summary>
public enum Dialect
{
    /// <summary>A flat map of inputs, as Genesys Cloud's default templates send; the answer is the outputs, flat.</summary>
    Flat,

    /// <summary><c>{"inputs": {...}}</c>, the suite's own format; the answer is <c>{"result": {...}}</c>.</summary>
    Inputs,

    /// <summary><c>{"data": {...}}</c>, as web services send; the answer is <c>{"status": n, "result": {...}}</c>.</summary>
    Data,
}

/// <summary>An event. Any bytes are accepted; problems are reported when the inputs are read.</summary>
public sealed class LookupRequest
{
    private static readonly string TooDeep = $"The request is nested more than {JsonNesting.MaxLevels} levels deep";

    private readonly string? _problem;

    private LookupRequest(HttpEvent? http, Dialect dialect, JsonMembers root, JsonMembers inputs, string? problem)
    {
        Http = http;
        Dialect = dialect;
        Root = root;
        Inputs = inputs;
        _problem = problem;
    }

    public Dialect Dialect { get; }

    public bool IsHttp => Http is not null;

    /// <summary>The HTTP request that the event represents; null if it is another kind of event.</summary>
    internal HttpEvent? Http { get; }

    internal JsonMembers Root { get; }

    internal JsonMembers Inputs { get; }

    /// <summary>Reads an event.</summary>
    public static LookupRequest Parse(ReadOnlyMemory<byte> utf8Json) => Parse(utf8Json, http: null);

    /// <exception cref="LookupException">Inputs are missing, of the wrong type or out of range. The message names all of them.</exception>
    internal TInputs ReadInputs<TInputs>()
        where TInputs : IInputs<TInputs>
    {
        if (_problem is not null)
        {
            throw new LookupException(new Failure(ErrorCode.ValidationError, _problem) { Reason = FailureReason.RequestUnreadable });
        }

        var reader = new InputReader(Inputs);
        var inputs = TInputs.Read(reader);
        reader.ThrowIfInvalid();
        return inputs;
    }

    private static LookupRequest Parse(ReadOnlyMemory<byte> utf8Json, HttpEvent? http)
    {
        JsonMembers root;
        try
        {
            root = JsonMembers.Read(utf8Json);
        }
        catch (JsonException)
        {
            return Unreadable(http, "The request is not JSON");
        }

        return !root.IsObject ? Unreadable(http, "The request must be a JSON object with the inputs")
            : http is null && HttpEvent.Find(root) is { } found ? Unwrap(found, root)
            : Classify(http, root);
    }

    private static LookupRequest Unwrap(HttpEvent http, JsonMembers root)
    {
        if (root.IsTooDeep)
        {
            return Unreadable(http, TooDeep);
        }

        var (body, problem) = http.ReadBody();
        return body is null ? Unreadable(http, problem) : Parse(body, http);
    }

    private static LookupRequest Classify(HttpEvent? http, JsonMembers root)
    {
        var (dialect, inputs) =
            root["inputs"] is { Kind: JsonValueKind.Object } member ? (Dialect.Inputs, member.AsObject())
            : root["data"] is { Kind: JsonValueKind.Object } data ? (Dialect.Data, data.AsObject())
            : (Dialect.Flat, root);

        return new(http, dialect, root, inputs, Problem(root) ?? Problem(inputs));
    }

    private static LookupRequest Unreadable(HttpEvent? http, string problem) => new(http, Dialect.Flat, JsonMembers.None, JsonMembers.None, problem);

    private static string? Problem(JsonMembers members) =>
        members.IsTooDeep ? TooDeep
        : members.HasUnreadableName ? "The request contains a name that is not valid Unicode"
        : members.Repeated is { } repeated ? $"{Shorten(repeated)} is given more than once"
        : null;

    // The name comes from the sender, so it is quoted only if it is plain.
    private static string Shorten(string name) =>
        name.Length <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : "An input";
}
