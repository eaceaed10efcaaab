using System.Collections.Concurrent;
using System.Text;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.Tests.Telemetry;

public sealed class LogOutputTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    public static TheoryData<Type> Exceptions =>
    [
        typeof(IOException), typeof(UnauthorizedAccessException), typeof(ObjectDisposedException), typeof(NotSupportedException),
        typeof(InvalidOperationException), typeof(OperationCanceledException), typeof(OutOfMemoryException),
    ];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task A_write_that_fails_does_not_throw_and_the_next_line_is_written(Type exception)
    {
        using var stream = new Pipe { Failure = (Exception)Activator.CreateInstance(exception, ["broken"])! };
        var log = new LogOutput(stream);
        await log.WriteAsync(Line("1"));
        stream.Failure = null;

        await log.WriteAsync(Line("2"));

        Assert.Equal(["2"], stream.Lines);
    }

    [Fact]
    public async Task Fifty_writers_write_whole_lines_in_order()
    {
        using var stream = new Pipe();
        var log = new LogOutput(stream);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await log.WriteAsync(Line($"{writer}:{i}:{new string('x', 100)}"), Long);
            }
        })));

        await stream.WrittenAsync(1000);
        var lines = stream.Lines.Select(line => line.Split(':')).ToList();
        Assert.All(lines, line => Assert.Equal(new string('x', 100), line[2]));
        Assert.All(lines.GroupBy(line => line[0]), writer => Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), writer.Select(line => line[1])));
    }

    [Fact]
    public async Task A_pipe_that_nobody_reads_delays_only_the_first_line()
    {
        using var stream = new Pipe { IsBlocked = true };
        var log = new LogOutput(stream);

        var first = log.WriteAsync(Line("1"), Long);
        Assert.False(first.IsCompleted);
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(log.WriteAsync(Line("2"), Long).IsCompletedSuccessfully);
        stream.IsBlocked = false;
        await stream.WrittenAsync(2);
        Assert.Equal(["1", "2"], stream.Lines);
    }

    [Fact]
    public void Does_not_wait_for_a_line_without_time_left()
    {
        using var stream = new Pipe { IsBlocked = true };
        var log = new LogOutput(stream);

        Assert.True(log.WriteAsync(Line("1"), TimeSpan.Zero).IsCompletedSuccessfully);
        Assert.True(log.WriteAsync(Line("2"), TimeSpan.MinValue).IsCompletedSuccessfully);
        stream.IsBlocked = false;
    }

    [Fact]
    public async Task Keeps_the_first_256_KB_of_lines_behind_a_stuck_one()
    {
        using var stream = new Pipe { IsBlocked = true };
        var log = new LogOutput(stream);
        for (var i = 0; i < 10_000; i++)
        {
            await log.WriteAsync(Line($"{i:D8}{new string('x', 1015)}"), TimeSpan.Zero);
        }

        stream.IsBlocked = false;
        await stream.WrittenAsync(256);
        await log.WriteAsync(Line("the next"), Long);

        await stream.WrittenAsync(257);
        Assert.Equal([.. Enumerable.Range(0, 256).Select(i => $"{i:D8}"), "the next"], stream.Lines.Select(line => line[..8]));
    }

    [Fact]
    public async Task A_line_longer_than_that_is_written_if_it_is_alone()
    {
        using var stream = new Pipe();

        await new LogOutput(stream).WriteAsync(Line(new string('x', 300_000)), Long);

        await stream.WrittenAsync(1);
        Assert.Equal(300_000, Assert.Single(stream.Lines).Length);
    }

    [Fact]
    public async Task A_standard_stream_that_cannot_be_opened_loses_its_lines() =>
        await new LogOutput(LogOutput.Open(() => throw new UnauthorizedAccessException())).WriteAsync(Line("1"));

    private static byte[] Line(string text) => Encoding.ASCII.GetBytes(text + '\n');

    /// <summary>A stream that may fail, or block as a full pipe does.</summary>
    private sealed class Pipe : MemoryStream
    {
        private readonly ManualResetEventSlim _open = new(initialState: true);
        private readonly SemaphoreSlim _written = new(0);
        private readonly ConcurrentQueue<string> _lines = new();

        public Exception? Failure { get; set; }

        public bool IsBlocked
        {
            set
            {
                if (value)
                {
                    _open.Reset();
                }
                else
                {
                    _open.Set();
                }
            }
        }

        public IReadOnlyList<string> Lines => [.. _lines];

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _open.Wait();
            if (Failure is not null)
            {
                throw Failure;
            }

            // In two halves: whoever writes in between breaks the line.
            base.Write(buffer[..(buffer.Length / 2)]);
            Thread.Yield();
            base.Write(buffer[(buffer.Length / 2)..]);
        }

        public override void Flush()
        {
            var lines = Encoding.ASCII.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            SetLength(0);
            Array.ForEach(lines, _lines.Enqueue);
            _written.Release(lines.Length);
        }

        /// <summary>Waits until so many lines are written, counted from the first.</summary>
        public async Task WrittenAsync(int lines)
        {
            while (_lines.Count < lines)
            {
                Assert.True(await _written.WaitAsync(TimeSpan.FromSeconds(30)));
            }
        }

        protected override void Dispose(bool disposing)
        {
            _open.Set();
            base.Dispose(disposing);
        }
    }
}
