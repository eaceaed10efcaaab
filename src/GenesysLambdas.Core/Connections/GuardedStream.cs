namespace GenesysLambdas.Core.Connections;

/// <summary>A connection, above any TLS layer. It rejects a request unless the next reply is certain to belong to it.</summary>
internal sealed class GuardedStream(Stream inner, AsyncLocal<GuardedExchange?> current) : Stream
{
    private volatile GuardedExchange? _exchange;
    private volatile bool _isReading;
    private volatile bool _isSpoiled;
    private volatile ReadAhead? _ahead;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ahead is { IsUsedUp: false } ahead)
        {
            return await ahead.TakeAsync(buffer);
        }

        // Before it writes the next request, SocketsHttpHandler reads; while the connection is idle, it reads into an empty buffer.
        var before = _exchange;
        var isBetweenExchanges = buffer.IsEmpty || (current.Value is { } next && next != before);
        _isReading = true;
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        finally
        {
            _isReading = false;
            if (isBetweenExchanges && _exchange == before)
            {
                _isSpoiled = true;
            }
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (current.Value is { } exchange && exchange != _exchange)
        {
            Begin(exchange);
        }

        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin(GuardedExchange exchange)
    {
        if (exchange.Connection is not null)
        {
            // SocketsHttpHandler would resend a request without a body up to three times if the server closed the connection. The retry
            // policy decides on retries, and counts them.
            throw new IOException("The connection was closed before the reply.");
        }

        var before = _exchange;
        if (_isSpoiled || before is { IsComplete: false } || HasArrived())
        {
            inner.Dispose();
            throw new UnusableConnectionException(wasNew: before is null);
        }

        (_exchange, exchange.Connection) = (exchange, this);
    }

    // SocketsHttpHandler does not read first if a request was waiting for a connection, or is the first on one.
    private bool HasArrived()
    {
        if (_isReading)
        {
            return false;
        }

        _ahead = new ReadAhead(inner);
        return _ahead.IsComplete;
    }

    /// <summary>A read that began before the request was written.</summary>
    private sealed class ReadAhead
    {
        private const int BufferSize = 4 * 1024;

        private readonly byte[] _buffer = new byte[BufferSize];
        private readonly Task<int> _reading;
        private int _taken;

        public ReadAhead(Stream inner) => _reading = inner.ReadAsync(_buffer).AsTask();

        public bool IsComplete => _reading.IsCompleted;

        public bool IsUsedUp { get; private set; }

        public async ValueTask<int> TakeAsync(Memory<byte> buffer)
        {
            var read = await _reading;
            var taken = _buffer.AsMemory(_taken, Math.Min(read - _taken, buffer.Length));
            taken.CopyTo(buffer);
            _taken += taken.Length;
            IsUsedUp = _taken == read;
            return taken.Length;
        }
    }
}
