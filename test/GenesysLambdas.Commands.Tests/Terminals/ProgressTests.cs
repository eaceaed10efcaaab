using GenesysLambdas.Commands.Terminals;

namespace GenesysLambdas.Commands.Tests.Terminals;

public class ProgressTests
{
    [Fact(Timeout = 30_000)]
    public async Task Work_that_takes_long_is_shown_on_a_terminal()
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
    public void What_is_said_meanwhile_is_not_broken_into_lines(bool seen)
    {
        using var terminal = new TestTerminal { ErrorIsSeen = seen };
        var line = $"GET /{new string('a', 500)} [200]";

        terminal.Terminal.Say(line);

        Assert.Equal(line, terminal.Error.TrimEnd());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Work_that_ends_soon_or_that_nobody_watches_is_not_shown(bool seen, bool late)
    {
        using var terminal = new TestTerminal { ErrorIsSeen = seen };
        var work = new TaskCompletionSource<int>();

        var shown = Progress.ShowAsync(terminal.Terminal, "Waiting", work.Task, patience: late ? TimeSpan.Zero : Timeout.InfiniteTimeSpan);
        work.SetResult(7);

        Assert.Equal(7, await shown);
        Assert.Empty(terminal.Error);
    }
}
