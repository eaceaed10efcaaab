using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GenesysLambdas.Commands.Terminals;

/// <param name="RawOut">Standard output, for bytes that must not change.</param>
/// <param name="CanAsk">Whether a person can answer questions.</param>
public sealed record Terminal(Stream In, TextWriter Out, Stream RawOut, TextWriter Error, bool CanAsk)
{
    private readonly Lazy<IAnsiConsole> _errorConsole = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }));

    public TextWriter Out { get; } = new OrderedWriter(Out);

    public TextWriter Error { get; } = new OrderedWriter(Error);

    /// <summary>The terminal's width; null if standard output is a file or a pipe.</summary>
    public int? Width { get; init; }

    public bool ErrorIsSeen { get; init; }

    /// <summary>Standard error, for moving output.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole.Value;

    /// <summary>Writes JSON unchanged to a file or a pipe; on a terminal, invisible characters are escaped.</summary>
    public async Task WriteJsonAsync(ReadOnlyMemory<byte> utf8Json)
    {
        if (Width is null)
        {
            await RawOut.WriteAsync(utf8Json);
            await RawOut.FlushAsync();
        }
        else
        {
            // These characters occur only in strings, where the escape means the same.
            await Out.WriteAsync(PlainText.EscapeLines(Encoding.UTF8.GetString(utf8Json.Span)));
            await Out.FlushAsync();
        }
    }

    /// <summary>Prints a line without disturbing the spinner.</summary>
    public void Say(string line)
    {
        if (ErrorIsSeen)
        {
            ErrorConsole.Write(new WholeText(PlainText.Escape(line)));
        }
        else
        {
            Error.WriteLine(line);
        }
    }

    /// <summary>Asks for a secret without echoing it.</summary>
    public Func<string, CancellationToken, Task<string>> AskUnseen { get; init; } = AskUnseenAsync;

    /// <summary>Opens an address in the default browser; returns the error, if any.</summary>
    public Func<Uri, string?> OpenInBrowser { get; init; } = OpenWithSystem;

    public static Terminal OfThisProcess() => new(
        Console.OpenStandardInput(), Console.Out, Console.OpenStandardOutput(), Console.Error, CanAsk: !Console.IsInputRedirected)
    {
        Width = Console.IsOutputRedirected ? null : AnsiConsole.Profile.Width,
        ErrorIsSeen = !Console.IsErrorRedirected,
    };

    private static string? OpenWithSystem(Uri address)
    {
        try
        {
            // Uses xdg-open, open or the Windows shell.
            using var process = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
            return null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    private static Task<string> AskUnseenAsync(string question, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Yes });
        return new TextPrompt<string>(Markup.Escape(question)).Secret(mask: null).ShowAsync(console, cancellationToken);
    }

    /// <summary>A line that the terminal can wrap, but that is copied in one piece.</summary>
    private sealed class WholeText(string text) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text), Segment.LineBreak];
    }
}
