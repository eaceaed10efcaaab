using System.Text;
using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Commands.Terminals;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Fakes;

/// <summary>Runs the command line on the test contracts with the fake function, and records its output.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly LockedWriter _out = new();
    private readonly LockedWriter _error = new();
    private readonly MemoryStream _rawOut = new();

    public string Out => _out.Text + Encoding.UTF8.GetString(_rawOut.ToArray());

    public string Error => _error.Text;

    public string Input { get; init; } = "";

    public bool CanAsk { get; init; }

    /// <summary>Access to Genesys Cloud; none by default.</summary>
    public PlatformAccess Platform { get; init; } = new(_ => null, new SocketsHttpHandler(), TimeProvider.System);

    public int? Width { get; init; }

    public bool ErrorIsSeen { get; init; }

    /// <summary>Called instead of opening a browser.</summary>
    public Func<Uri, string?> OpenInBrowser { get; init; } = address => throw new InvalidOperationException($"Nobody expected a browser at {address}.");

    /// <summary>Answers questions whose input is not echoed.</summary>
    public Func<string, string> Unseen { get; init; } = question => throw new InvalidOperationException($"Nobody expected '{question}'.");

    public IReadOnlyList<LookupContract> Contracts { get; init; } = TestContracts.All;

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        new CommandLine(ThisSuite.Value with { Contracts = Contracts, Executable = () => FakeFunction.Executable }, Terminal, Platform).RunAsync(arguments, cancellationToken);

    public Terminal Terminal => new(new MemoryStream(Encoding.UTF8.GetBytes(Input)), _out, _rawOut, _error, CanAsk)
    {
        Width = Width,
        ErrorIsSeen = ErrorIsSeen,
        OpenInBrowser = OpenInBrowser,
        AskUnseen = (question, _) => Task.FromResult(Unseen(question)),
    };

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        _rawOut.Dispose();
    }

    /// <summary>Can be read while another thread writes.</summary>
    private sealed class LockedWriter : StringWriter
    {
        public string Text
        {
            get
            {
                lock (this)
                {
                    return ToString();
                }
            }
        }

        public override void Write(char value) => Locked(() => base.Write(value));

        public override void Write(char[] buffer, int index, int count) => Locked(() => base.Write(buffer, index, count));

        public override void Write(string? value) => Locked(() => base.Write(value));

        public override void WriteLine(string? value) => Locked(() => base.WriteLine(value));

        private void Locked(Action write)
        {
            lock (this)
            {
                write();
            }
        }
    }
}
