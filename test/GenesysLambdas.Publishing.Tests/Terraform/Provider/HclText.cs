using System.Globalization;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>Source in Terraform's language, and how far it has been read.</summary>
/// <param name="text">Its last line has an end.</param>
internal sealed class HclText(string text)
{
    private int _at;

    // Within parentheses and brackets, an expression goes on in the next line.
    private bool _isAcrossLines;

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => _at < text.Length ? text[_at] : '\0';

    public bool StartsWith(string symbol) => text.AsSpan(_at).StartsWith(symbol);

    /// <summary>Skips spaces, and then takes a symbol if it is there.</summary>
    public bool Takes(string symbol)
    {
        Skip();
        var isThere = StartsWith(symbol);
        _at += isThere ? symbol.Length : 0;
        return isThere;
    }

    public string Name()
    {
        Skip();
        return Run(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
    }

    /// <summary>At least one character of a kind.</summary>
    public string Run(Func<char, bool> belongs)
    {
        var start = _at;
        while (belongs(Next))
        {
            _at++;
        }

        Demand(_at > start, "a name or a value");
        return text[start.._at];
    }

    /// <summary>A character of a string, an escape sequence being one.</summary>
    public string Character()
    {
        Demand(!StartsWith("%{") && Next is not ('\n' or '\0'), "a character of a string");
        if (StartsWith("$${") || StartsWith("%%{"))
        {
            return Advance(3)[1..];
        }

        return Advance(1) is var character && character != "\\" ? character : Advance(1) switch
        {
            "n" => "\n",
            "r" => "\r",
            "t" => "\t",
            "u" => $"{(char)int.Parse(Advance(4), NumberStyles.HexNumber)}",
            "\"" => "\"",
            "\\" => "\\",
            _ => throw Unreadable("an escape sequence"),
        };
    }

    /// <summary>What follows a bracket, which is demanded, up to and without the other one.</summary>
    public T Within<T>(string open, bool isAcrossLines, Func<T> read)
    {
        Demand(Takes(open), open);
        var outside = _isAcrossLines;
        _isAcrossLines = isAcrossLines;
        var value = read();
        _isAcrossLines = outside;
        return value;
    }

    /// <summary>Skips spaces and comments, and ends of lines where an expression goes on in the next.</summary>
    public void Skip()
    {
        while (Next is ' ' or '#' || (_isAcrossLines && Next == '\n'))
        {
            _at += Next == '#' ? text.AsSpan(_at).IndexOf('\n') : 1;
        }
    }

    public void SkipLines()
    {
        for (Skip(); Next == '\n'; Skip())
        {
            _at++;
        }
    }

    public void Demand(bool isThere, string what)
    {
        if (!isThere)
        {
            throw Unreadable(what);
        }
    }

    private FormatException Unreadable(string what) => new($"Line {text.AsSpan(0, _at).Count('\n') + 1}: there should be {what}.");

    private string Advance(int count)
    {
        _at += count;
        return text[(_at - count).._at];
    }
}
