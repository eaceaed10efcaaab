using System.Globalization;
using System.Net.Http.Headers;

namespace GenesysLambdas.Core.Hosting;

/// <summary>Checks and corrects the headers of an event (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
internal static class EventHeaders
{
    private const string RequestId = "Lambda-Runtime-Aws-Request-Id";
    private const string Deadline = "Lambda-Runtime-Deadline-Ms";

    // The time-out in template.yaml.
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(10);

    // Lambda allows 15 minutes; an emulator may allow hours, for debugging.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    public static bool HaveRequestId(HttpResponseHeaders headers) => !string.IsNullOrWhiteSpace(Read(headers, RequestId));

    /// <summary>
    /// Replaces a missing or impossible deadline. An event that has just arrived cannot be past its deadline, unless one of the two
    /// clocks is wrong.
    /// </summary>
    public static void CorrectDeadline(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var isGiven = long.TryParse(Read(headers, Deadline), NumberStyles.None, CultureInfo.InvariantCulture, out var deadline)
            && deadline > now.ToUnixTimeMilliseconds() && deadline <= (now + LongestTimeout).ToUnixTimeMilliseconds();
        if (!isGiven)
        {
            headers.Remove(Deadline);
            headers.TryAddWithoutValidation(Deadline, (now + UsualTimeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string? Read(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
