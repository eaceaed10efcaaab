using System.Text;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Tests.Emulator;

/// <summary>A function that was started by hand, next to those that the emulator starts.</summary>
public class VisitingFunctionTests
{
    [Fact]
    public async Task It_gets_events_before_the_emulators_own_processes()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");
        await emulator.InvokeAsync("1");
        var next = emulator.Emulator.Functions.Find(TestEmulator.Function)!.NextAsync(processId: null, TestContext.Current.CancellationToken);

        var invocation = emulator.InvokeAsync("2");

        Assert.Null((await next)!.Process);
        Assert.False(invocation.IsCompleted);
        Assert.Single(emulator.ProcessIds);
    }

    [Fact]
    public void It_gets_events_before_processes_that_waited_longer()
    {
        var process = FunctionProcess.Start("p", FakeFunction.Executable.StartInfo(FakeFunction.Behaving("never asks")), _ => { });
        try
        {
            var (own, visitor) = (new EventRequest(process), new EventRequest());
            var requests = new EventRequests();
            requests.Add(own);
            requests.Add(visitor);

            Assert.True(requests.TryTake(out var first));
            Assert.True(requests.TryTake(out var second));
            Assert.False(requests.TryTake(out _));
            Assert.Equal((visitor, own), (first, second));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task When_it_disconnects_the_emulators_own_processes_take_over()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");
        using var gone = new CancellationTokenSource();
        var next = emulator.Emulator.Functions.Find(TestEmulator.Function)!.NextAsync(processId: null, gone.Token);

        await gone.CancelAsync();

        Assert.Equal("2", Encoding.UTF8.GetString((await emulator.InvokeAsync("2")).Payload.Span));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task While_it_is_busy_the_emulators_own_processes_take_over()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");
        var function = emulator.Emulator.Functions.Find(TestEmulator.Function)!;
        var next = function.NextAsync(processId: null, TestContext.Current.CancellationToken);
        var first = emulator.InvokeAsync("1");
        await next;

        Assert.Equal("2", Encoding.UTF8.GetString((await emulator.InvokeAsync("2")).Payload.Span));
        Assert.True(function.Answer(processId: null, (await next)!.Invocation.RequestId, "3"u8.ToArray(), functionError: null));
        Assert.Equal("3", Encoding.UTF8.GetString((await first).Payload.Span));
    }

    [Fact]
    public async Task It_has_a_longer_timeout()
    {
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Timeout = TimeSpan.FromMilliseconds(100), VisitorTimeout = TimeSpan.FromMinutes(15) });
        var invocation = emulator.InvokeAsync();
        using var visitor = new VisitingFunction(emulator.Client);
        await visitor.NextAsync();

        Assert.InRange((visitor.Deadline - DateTimeOffset.UtcNow).TotalMinutes, 14, 15);
        Assert.NotSame(invocation, await Task.WhenAny(invocation, Task.Delay(TimeSpan.FromMilliseconds(300))));
        await visitor.AnswerAsync("1");
        Assert.Null((await invocation).FunctionError);
    }
}
