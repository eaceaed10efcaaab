using System.Text.RegularExpressions;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// An invocation's trace
/// (<see href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">Tracing header</see>): the caller's
/// root with a new parent.
/// </summary>
internal sealed partial record TraceHeader(string Root, string Text)
{
    public const string Name = "X-Amzn-Trace-Id";

    public static TraceHeader New() => Of($"1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{Guid.NewGuid().ToString("N")[..24]}");

    /// <summary>Starts a new trace if the caller has none.</summary>
    public static TraceHeader Continue(string? header) => RootIn().Match(header ?? "") is { Success: true } match ? Of(match.Groups["root"].Value) : New();

    private static TraceHeader Of(string root) => new(root, $"Root={root};Parent={Guid.NewGuid().ToString("N")[..16]};Sampled=0");

    [GeneratedRegex(
        "(^|;)Root=(?<root>1-[0-9a-f]{8}-[0-9a-f]{24})(;|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RootIn();
}
