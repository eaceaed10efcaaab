using Spectre.Console;

namespace GenesysLambdas.Benchmarks;

/// <summary>Results on standard output, as tables in Markdown; progress on standard error.</summary>
internal static class Report
{
    // No cell may be wrapped.
    private const int Width = 1000;

    public static void Write(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var column in columns)
        {
            table.AddColumn(Markup.Escape(column), options => options.NoWrap().Alignment(column == columns[0] ? Justify.Left : Justify.Right));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Write(table);
        // Spectre puts lines of spaces around it.
        Console.WriteLine($"\n{title}\n\n{string.Join('\n', text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))}\n");
    }

    public static void WriteLine(string line) => Console.WriteLine(line);

    /// <summary>Says what is being done: on a terminal in one line, which the next one replaces.</summary>
    public static void Progress(string what) => Console.Error.Write(Console.IsErrorRedirected ? $"{what}\n" : $"\r{what}\e[K");

    public static void EndProgress() => Progress("");

    /// <summary>A figure over the baseline's, such as <c>1.15x</c>; a dash if the baseline was not run.</summary>
    public static string Ratio(double value, double? baseline) => baseline is > 0 ? $"{value / baseline:0.00}x" : "-";
}
