using System.Text;
using System.Text.Encodings.Web;

namespace GenesysLambdas.Core.Answers;

/// <summary>
/// The size of a string as sent, in bytes. It is escaped once as JSON or, in an answer to an HTTP event, whose body is JSON in a JSON string,
/// twice, so that a quotation mark takes four bytes.
/// </summary>
public static class SentSize
{
    /// <summary>The maximum size of JSON text, in bytes. It is never cut, and the other outputs need room.</summary>
    public const int MaxJson = FittedOutputs.MaxBytes - 150_000;

    /// <summary>The size in an answer to an HTTP event, which is always the larger one.</summary>
    public static long Of(string text) => Of(text, inHttp: true);

    internal static long Of(string text, bool inHttp)
    {
        var bytes = 0L;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += Of(rune, inHttp);
        }

        return bytes;
    }

    /// <summary>The number of UTF-16 code units that fit into a number of bytes.</summary>
    internal static int LengthOf(string text, long bytes, bool inHttp)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= Of(rune, inHttp);
            if (bytes < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    // AWS's serializer and ours both write answers with this encoder.
    private static int Of(Rune rune, bool inHttp) => rune.Value switch
    {
        '"' or '\\' => inHttp ? 4 : 2,
        '\b' or '\t' or '\n' or '\f' or '\r' => inHttp ? 3 : 2,
        // As \u0000, or \\u0000.
        var value when JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(value) => rune.Utf16SequenceLength * (inHttp ? 7 : 6),
        _ => rune.Utf8SequenceLength,
    };
}
