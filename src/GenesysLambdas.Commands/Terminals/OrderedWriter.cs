using System.Text;

namespace GenesysLambdas.Commands.Terminals;

/// <summary>Escapes all characters that reorder text, but not the terminal's control sequences.</summary>
public sealed class OrderedWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (PlainText.Reorders(value))
        {
            inner.Write(PlainText.EscapeOrder(value.ToString()));
        }
        else
        {
            inner.Write(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => inner.Write(PlainText.EscapeOrder(value ?? ""));

    public override void WriteLine(string? value) => inner.WriteLine(PlainText.EscapeOrder(value ?? ""));

    public override void Flush() => inner.Flush();
}
