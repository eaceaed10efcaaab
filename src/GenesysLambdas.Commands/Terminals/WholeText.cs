using Spectre.Console.Rendering;

namespace GenesysLambdas.Commands.Terminals;

/// <summary>A line as it is: the terminal may break it, but what is copied from there is whole.</summary>
internal sealed class WholeText(string text) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text), Segment.LineBreak];
}
