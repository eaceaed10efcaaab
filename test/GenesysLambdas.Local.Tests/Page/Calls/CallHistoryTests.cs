using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Calls;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Tests.Page.Calls;

public class CallHistoryTests
{
    [Fact]
    public async Task Keeps_fewer_calls_with_large_answers()
    {
        var history = new CallHistory(new CallReport(new SecretStore(), "Authorization"), TimeProvider.System);
        var answer = new byte[6 * 1024 * 1024];
        answer.AsSpan().Fill((byte)'x');

        for (var number = 1; number <= 5; number++)
        {
            var invocation = new QueuedInvocation("{}"u8.ToArray());
            history.Begin(TestContracts.Weather, invocation);
            invocation.Answer(new InvocationResult(invocation.RequestId, answer, FunctionError: null, TimeSpan.FromSeconds(1), InitDuration: null));
            await history.WaitAsync(number - 1, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }

        Assert.Equal([5, 4], history.Ended.Select(call => call.Number));
    }

    [Fact]
    public void Keeps_the_end_of_a_long_log()
    {
        var invocation = new QueuedInvocation("{}"u8.ToArray());

        for (var number = 1; number <= 20_000; number++)
        {
            invocation.Log($"line {number}");
        }

        Assert.Equal(64 * 1024, invocation.ReadLog().Length);
        Assert.EndsWith("line 19999\nline 20000\n", invocation.ReadLog(), StringComparison.Ordinal);
    }
}
