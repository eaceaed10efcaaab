using GenesysLambdas.Commands.Terminals;

namespace GenesysLambdas.Commands.Tests.Terminals;

public class ProgressTests
{
    [Fact(Timeout = 30_000)]
    public async Task Shows_long_work_on_a_terminal()
    {
        using var terminal = new TestTerminal { ErrorIsSeen = true };
        var work = new TaskCompletionSource<int>();

        var shown = Progress.ShowAsync(terminal.Terminal, "Waiting for [it]", work.Task, patience: TimeSpan.Zero);
        while (!terminal.Error.Contains("Waiting for [it]", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        work.SetResult(7);

        Assert.Equal(7, await shown);
        Assert.Empty(terminal.Out);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Does_not_wrap_messages(bool seen)
    {
        using var terminal = new TestTerminal { ErrorIsSeen = seen };
        var line = $"GET /{new string('a', 500)} [200]";

        terminal.Terminal.Say(line);

        Assert.Equal(line, terminal.Error.TrimEnd());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Does_not_show_short_or_redirected_work(bool seen, bool late)
    {
        using var terminal = new TestTerminal { ErrorIsSeen = seen };
        var work = new TaskCompletionSource<int>();

        var shown = Progress.ShowAsync(terminal.Terminal, "Waiting", work.Task, patience: late ? TimeSpan.Zero : Timeout.InfiniteTimeSpan);
        work.SetResult(7);

        Assert.Equal(7, await shown);
        Assert.Empty(terminal.Error);
    }
}
