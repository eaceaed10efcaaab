using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

/// <summary>The log is worth less than the answer.</summary>
public sealed class LostLogTests
{
    // More than any pipe holds, into one that the test does not read.
    private const string FillPipe = "head -c 4000000 /dev/zero & ";
    private const string Run = "\"$0\" \"$@\"";

    public static TheoryData<string> Outputs => new(
        $"exec {Run} >&-",
        $"exec {Run} 2>&-",
        $"exec {Run} >&- 2>&-",
        $"exec {Run} <&- >&- 2>&-",
        $"exec {Run} >/dev/full 2>/dev/full",
        $"{Run} | true",
        $"{Run} 2>&1 | head -c 300 >/dev/null",
        $"{FillPipe}exec {Run}",
        $"{FillPipe}exec {Run} 2>&1");

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task Answers_whatever_happens_to_its_output(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a POSIX shell.");
        await using var server = new RuntimeApiServer();
        using var function = HostedUserLookup.InShell(server, command);

        foreach (var id in (string[])["1", "2", "3", "4"])
        {
            server.Enqueue("{}", id);
            Assert.EndsWith($"/invocation/{id}/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task Answers_fifty_at_once_whatever_happens_to_its_output(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a POSIX shell.");
        await using var server = new RuntimeApiServer();
        using var function = HostedUserLookup.InShell(server, command, ("AWS_LAMBDA_MAX_CONCURRENCY", "50"));
        foreach (var id in Enumerable.Range(1, 200))
        {
            server.Enqueue("{}", $"{id}");
        }

        var answered = new HashSet<string>(StringComparer.Ordinal);
        while (answered.Count < 200)
        {
            Assert.True(answered.Add((await server.PostedAsync()).Path));
        }
    }

    [Theory]
    [InlineData($"exec {Run} 2>&-")]
    [InlineData($"exec {Run} 2>/dev/full")]
    [InlineData($"{FillPipe}exec {Run} 2>&1")]
    public async Task Reports_an_init_error_whatever_happens_to_its_output(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a POSIX shell.");
        Assert.SkipWhen(Repository.AwsPackages != "lean" && command.StartsWith(FillPipe, StringComparison.Ordinal), "AWS's packages write the error to standard error first.");
        await using var server = new RuntimeApiServer();
        using var function = HostedUserLookup.InShell(server, command, ("ANNOTATIONS_HANDLER", "None"));

        Assert.EndsWith("/runtime/init/error", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.Equal(1, (await function.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Asks_for_the_next_event_whatever_happens_to_its_output()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a POSIX shell.");
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? new RuntimeReply(413) : null,
        };
        server.Enqueue("{}", "1").Enqueue("{}", "2");
        using var function = HostedUserLookup.InShell(server, $"{FillPipe}exec {Run} 2>&1");

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }
}
