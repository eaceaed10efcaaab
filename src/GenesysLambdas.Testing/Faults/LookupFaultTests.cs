using System.Diagnostics;
using GenesysLambdas.Core.ExternalApis;

namespace GenesysLambdas.Testing.Faults;

/// <summary>Every lookup with every fault gives a complete answer with the expected errorCode in time, and the next call works.</summary>
public abstract class LookupFaultTests
{
    // Only a time-out may take this long. The lookup's deadline is between the two.
    private const int ShortTimeout = 500;
    private const int LongTimeout = 60_000;

    // For requests that must not be retried, the deadline is the only time-out.
    private static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> LookupsAndFaults => LookupUnderTest.NamesAnd(_ => Faults);

    public static TheoryData<string, string> OAuth2LookupsAndFaults =>
        LookupUnderTest.NamesAnd(lookup => lookup.Contract.Api.Auth == "oauth2" ? Faults : []);

    private static IEnumerable<string> Faults => FaultTable.All.Select(fault => fault.Name);

    [Theory]
    [MemberData(nameof(LookupsAndFaults))]
    public Task Survives_every_fault_of_the_API(string lookup, string fault)
    {
        var expected = HealthyApi.Of(lookup).ErrorCodeFor(FaultTable.Named(fault));

        return AssertSurvivesAsync(lookup, FaultTable.Named(fault), expected, request => !HealthyApi.IsForToken(request), FaultTable.Named(fault).IsRemembered);
    }

    [Theory]
    [MemberData(nameof(OAuth2LookupsAndFaults))]
    public Task Survives_every_fault_of_the_token_endpoint(string lookup, string fault) =>
        AssertSurvivesAsync(lookup, FaultTable.Named(fault), FaultTable.Named(fault).ErrorCode, HealthyApi.IsForToken, isRemembered: true);

    private static async Task AssertSurvivesAsync(string lookup, ApiFault fault, string expected, Predicate<RecordedRequest> isFaulty, bool isRemembered)
    {
        var healthy = HealthyApi.Of(lookup);
        var isOver = false;
        await using var elsewhere = new ScriptedApi(Reply.Ok(healthy.Json));
        await using var api = new ScriptedApi(request => !isOver && isFaulty(request)
            ? fault.Reply(new Asked(HealthyApi.IsForToken(request) ? HealthyApi.Token : healthy.Json, elsewhere.BaseUrl))
            : healthy.Answer(request));
        var time = new MovableTime();
        using var function = new TestFunction(lookup, api.BaseUrl, time).Secret(HealthyApi.Secret);
        function.With(settings => settings.Timeout, $"{(fault.TakesForEver ? ShortTimeout : LongTimeout)}").With(settings => settings.MaxAttempts, "1");

        var watch = Stopwatch.StartNew();
        var outputs = await function.InvokeAsync(ExampleInputs.Of(lookup), fault.TakesForEver ? new TestLambdaContext { RemainingTime = ShortDeadline } : null);

        AnswerContract.AssertContract(lookup, outputs);
        var errorCode = outputs.Text("errorCode");
        Assert.True(
            errorCode == expected,
            $"The errorCode is \"{errorCode}\", not \"{expected}\". If that is meant, say so in {SuiteUnderTestAttribute.Projects.FilesOf(lookup).HealthyApi}: "
            + $"\"errorCodes\": {{\"{fault.Name}\": \"{errorCode}\"}}.");
        Assert.True(watch.Elapsed < LongestAnswer, $"It took {watch.Elapsed}.");
        Assert.Empty(elsewhere.Requests);

        isOver = true;
        time.Advance(isRemembered ? Refusals.Longest : TimeSpan.Zero);
        var next = await function.InvokeAsync(ExampleInputs.Of(lookup));

        AnswerContract.AssertContract(lookup, next);
        next.AssertSuccess();
    }
}
