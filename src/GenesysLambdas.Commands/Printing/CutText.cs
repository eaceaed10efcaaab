using System.Globalization;
using Spectre.Console.Rendering;

namespace GenesysLambdas.Commands.Printing;

/// <summary>Text on one line, which ends with an ellipsis if it does not fit.</summary>
internal sealed class CutText(string text) : Renderable
{
    private const string Mark = "…";

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var width = Width(text);
        return new Measurement(Math.Min(width, Width(Mark)), Math.Min(width, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(Width(text) <= maxWidth ? text : Cut(maxWidth))];

    private string Cut(int maxWidth)
    {
        var end = 0;
        // Cut between grapheme clusters: part of one would look like another character.
        foreach (var start in StringInfo.ParseCombiningCharacters(text))
        {
            if (Width(text[..start]) + Width(Mark) > maxWidth)
            {
                break;
            }

            end = start;
        }

        return text[..end] + Mark;
    }

    private static int Width(string text) => new Segment(text).CellCount();
}
