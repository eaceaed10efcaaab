using System.Web;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Load;

/// <summary>
/// The external API of customer-profile. Of a hundred customers in a row, each fault of the fault suite happens to one: to which
/// is told by the customer's id, so that it is known of each answer what it must be. Not those faults that the function remembers:
/// they would be other customers' as well. It takes the newest tokens, as an API does
/// whose token is rotated without a gap.
/// </summary>
internal sealed class CustomerApi : IAsyncDisposable
{
    private const int Of = 100;

    // Prime to the hundred, so that faults are spread over it rather than in a row, which would open the circuit.
    private const int Spread = 37;

    // A circuit breaker judges by as few as ten calls: it is to see healthy ones first.
    private const int FirstWithFaults = 1000;

    // A secret is kept for a second, and a call takes up to another: two rotations.
    private const int Tokens = 3;

    private static readonly IReadOnlyList<ApiFault> Faults = [.. FaultTable.All.Where(fault => !fault.IsRemembered)];

    private readonly ScriptedApi _api;
    private string[] _tokens = [];

    public CustomerApi() => _api = new ScriptedApi(Answer) { KeepsRequests = false };

    public string BaseUrl => _api.BaseUrl;

    /// <summary>The fault that a customer has; null: none.</summary>
    public static ApiFault? FaultOf(int customer) =>
        customer >= FirstWithFaults && (int)((long)customer * Spread % Of) is var place && place < Faults.Count ? Faults[place] : null;

    /// <summary>The name that a customer has.</summary>
    public static string NameOf(int customer) => $"Customer {customer}";

    public void Accept(string token) => _tokens = [token, .. _tokens.Take(Tokens - 1)];

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private Reply Answer(RecordedRequest request)
    {
        if (!_tokens.Any(token => request["Authorization"] == $"Bearer {token}"))
        {
            return Reply.Status(401);
        }

        var customer = int.Parse(HttpUtility.ParseQueryString(new Uri(new Uri(BaseUrl), request.Target).Query)["id"]!);
        var json = $$"""{"data":{"name":"{{NameOf(customer)}}","tier":"gold","balance":{{customer}}},"status":"active"}""";
        return FaultOf(customer)?.Reply(new Asked(json, BaseUrl)) ?? Reply.Ok(json);
    }
}
