using System.Text.Json;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>An event as it reached the function. Any bytes make one: what is wrong with them is reported when its inputs are read.</summary>
public sealed class LookupRequest
{
    private readonly string? _problem;

    private LookupRequest(HttpEvent? http, Dialect dialect, JsonElement root, JsonElement inputs, string? problem)
    {
        Http = http;
        Dialect = dialect;
        Root = root;
        Inputs = inputs;
        _problem = problem;
    }

    /// <summary>The shape to answer in.</summary>
    public Dialect Dialect { get; }

    /// <summary>The HTTP request that it is the body of; null: it came on its own.</summary>
    internal HttpEvent? Http { get; }

    internal JsonElement Root { get; }

    internal JsonElement Inputs { get; }

    /// <summary>Reads an event.</summary>
    /// <param name="utf8Json">The event as it came; kept, so the caller must not change it.</param>
    public static LookupRequest Parse(ReadOnlyMemory<byte> utf8Json) => Parse(utf8Json, http: null);

    /// <summary>The inputs by their contract.</summary>
    /// <exception cref="LookupException">An input is missing, of the wrong type or out of range; all that are, are named.</exception>
    internal TInputs Read<TInputs>()
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
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(utf8Json, InputJson.Options).RootElement;
        }
        catch (JsonException)
        {
            return Unreadable(http, default, "The request is not JSON");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return Unreadable(http, root, "The request must be a JSON object that holds the inputs");
        }

        try
        {
            return http is null && HttpEvent.Find(root) is { } found ? Unwrap(found) : Classify(http, root);
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair is well-formed JSON, but not text.
            return Unreadable(http, root, "The request holds a name that is not valid Unicode text");
        }
    }

    private static LookupRequest Unwrap(HttpEvent http)
    {
        var (body, problem) = http.ReadBody();
        return body is null ? Unreadable(http, default, problem) : Parse(body, http);
    }

    private static LookupRequest Classify(HttpEvent? http, JsonElement root)
    {
        var (dialect, inputs) =
            root.TryGetProperty("inputs"u8, out var member) && member.ValueKind == JsonValueKind.Object ? (Dialect.Inputs, member)
            : root.TryGetProperty("data"u8, out member) && member.ValueKind == JsonValueKind.Object ? (Dialect.Data, member)
            : (Dialect.Flat, root);

        var repeated = FirstRepeatedName(root) ?? FirstRepeatedName(inputs);
        return new(http, dialect, root, inputs, repeated is null ? null : $"{Shorten(repeated)} is given more than once");
    }

    private static LookupRequest Unreadable(HttpEvent? http, JsonElement root, string problem) => new(http, Dialect.Flat, root, default, problem);

    private static string? FirstRepeatedName(JsonElement json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return json.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Add(name));
    }

    // The name is the sender's: a message repeats only a plain one.
    private static string Shorten(string name) =>
        name.Length <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : "An input";
}
