using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GenesysLambdas.Commands.Terminals;

/// <summary>Where the program reads and writes.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output, for text.</param>
/// <param name="RawOut">Standard output, for bytes that must arrive as they are.</param>
/// <param name="Error">Standard error.</param>
/// <param name="CanAsk">Whether somebody is there to answer a question.</param>
public sealed record Terminal(Stream In, TextWriter Out, Stream RawOut, TextWriter Error, bool CanAsk)
{
    private readonly Lazy<IAnsiConsole> _errorConsole = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }));

    /// <summary>Standard output, for text.</summary>
    public TextWriter Out { get; } = new OrderedWriter(Out);

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = new OrderedWriter(Error);

    /// <summary>The width of the terminal that standard output goes to; null: it goes to a file or a pipe.</summary>
    public int? Width { get; init; }

    /// <summary>Whether standard error goes to a terminal.</summary>
    public bool ErrorIsSeen { get; init; }

    /// <summary>Standard error as a terminal, on which something may be moving.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole.Value;

    /// <summary>Writes JSON to standard output: unchanged or, for people, with invisible characters escaped.</summary>
    public async Task WriteJsonAsync(ReadOnlyMemory<byte> utf8Json)
    {
        if (Width is null)
        {
            await RawOut.WriteAsync(utf8Json);
            await RawOut.FlushAsync();
        }
        else
        {
            // In JSON, they can only occur in strings, where the escape means the same.
            await Out.WriteAsync(PlainText.EscapeLines(Encoding.UTF8.GetString(utf8Json.Span)));
            await Out.FlushAsync();
        }
    }

    /// <summary>Tells somebody who waits something, without disturbing what is moving.</summary>
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

    /// <summary>Asks a question whose answer must not appear on the screen.</summary>
    public Func<string, CancellationToken, Task<string>> AskUnseen { get; init; } = AskUnseenAsync;

    /// <summary>Opens an address in the default browser; returns why it could not.</summary>
    public Func<Uri, string?> OpenInBrowser { get; init; } = OpenWithSystem;

    /// <summary>The terminal, files or pipes that this process was started with.</summary>
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
            // Finds xdg-open, open or Windows' shell by itself.
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

    /// <summary>A line as it is: the terminal may break it, but what is copied from there is whole.</summary>
    private sealed class WholeText(string text) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text), Segment.LineBreak];
    }
}
