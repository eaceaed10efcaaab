using FsCheck.Fluent;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>No input is logged, whatever its name and the request's format.</summary>
public abstract class LookupLoggedInputTests(ITestOutputHelper output)
{
    private const int Cases = 600;

    // Names used in the log, in AWS's events, or in a request beside the inputs.
    private static readonly string[] Names =
    [
        "requestId", "callerRequestId", "awsRequestId", "correlationId", "traceId", "timestamp", "requestTimestamp", "level", "message", "reason", "subject",
        "metadata", "data", "inputs", "Lookup", "ErrorCode", "Stack", "_aws", "stackTrace", "x-amzn-trace-id", "x-correlation-id",
        "requestContext", "RequestId", "id",
    ];

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task No_input_is_logged_whatever_its_name(string lookup)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer) { KeepsRequests = false };
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        var number = 0;
        var cases =
            from names in Gen.Elements(Names.Concat(LookupUnderTest.Named(lookup).OwnInputs.Select(input => input.Name))).ArrayOf(3)
            from isNested in Gen.Elements(false, true)
            from envelope in Gen.Elements("{\"inputs\":INPUTS}", "{\"data\":INPUTS}", "{\"requestId\":\"r-1\",\"metadata\":{},\"data\":INPUTS}")
            from isHttp in Gen.Elements(false, true)
            select new Case(names, isNested, envelope, isHttp);

        await output.ForAllAsync(Cases / Lookups.Count, cases, sent =>
        {
            // Each looks like an id, and so does each half of it.
            var value = new Guid(++number, 0x5ec2, 0x4e70, 0x8e, 0xd0, 1, 2, 3, 4, 5, 6).ToString();
            Task.Run(() => function.SendAsync(sent.ToEvent(value))).GetAwaiter().GetResult();
            Assert.DoesNotContain(value[9..], function.Log, StringComparison.OrdinalIgnoreCase);
        });
    }

    private sealed record Case(string[] Names, bool IsNested, string Envelope, bool IsHttp)
    {
        public string ToEvent(string value)
        {
            var inputs = Names.Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => IsNested ? (object)new Dictionary<string, string> { ["requestId"] = value, [name] = value } : value);
            var request = Envelope.Replace("INPUTS", JsonSerializer.Serialize(inputs), StringComparison.Ordinal);
            return IsHttp ? HttpEventExamples.WithBody(request) : request;
        }

        public override string ToString() => ToEvent("VALUE");
    }
}
