using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>
/// What the largest events cost the real executable. It is the processor's time that is measured: how long it takes depends on what
/// else the machine does.
/// </summary>
public sealed class LargeEventTests(LargeEventTests.Functions functions, ITestOutputHelper output) : IClassFixture<LargeEventTests.Functions>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Events => [.. LargeEvent.All.Keys];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task A_6_MB_event_is_answered_within_a_second_of_processor_time(string shape)
    {
        var json = LargeEvent.All[shape]();
        foreach (var function in functions.All.Where(function => function.Name != "http-authorizer" || shape.Contains("HTTP", StringComparison.Ordinal)))
        {
            var (answer, spent) = await function.AnswerAsync(json);

            output.WriteLine($"{function.Name}: {spent.TotalMilliseconds} ms");
            Assert.InRange(spent, TimeSpan.Zero, Most);
            function.AssertAnswer(answer);
        }
    }

    /// <summary>The executable as three functions, started once: one with a number among its inputs, one with JSON, and the authorizer.</summary>
    public sealed class Functions : IAsyncLifetime
    {
        internal IReadOnlyList<Function> All { get; } =
            [new("list-invocations", "LookUpInvocations"), new("invoke-data-action", "RunDataAction"), new("http-authorizer", "AuthorizeHttp")];

        public async ValueTask InitializeAsync()
        {
            foreach (var function in All)
            {
                // The first events also compile the code.
                await function.AnswerAsync("{}");
                await function.AnswerAsync(LargeEvent.All["different names"]());
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var function in All)
            {
                await function.DisposeAsync();
            }
        }
    }

    internal sealed class Function : IAsyncDisposable
    {
        private readonly RuntimeApiServer _server = new();
        private readonly HostedFunction _process;
        private int _events;

        public Function(string name, string handler)
        {
            Name = name;
            _process = new HostedFunction(
                _server, ("ANNOTATIONS_HANDLER", handler), ("GENESYS_API_BASE_URL", "http://127.0.0.1:9"));
        }

        public string Name { get; }

        public async Task<(string Answer, TimeSpan Spent)> AnswerAsync(string json)
        {
            var before = _process.ProcessorTime;
            _server.Enqueue(json, $"{++_events}");
            var posted = await _server.PostedAsync();
            Assert.EndsWith("/response", posted.Path, StringComparison.Ordinal);
            return (posted.Body, _process.ProcessorTime - before);
        }

        public void AssertAnswer(string answer)
        {
            var json = JsonDocument.Parse(answer).RootElement;
            if (Name == "http-authorizer")
            {
                Assert.Equal("""{"isAuthorized":false}""", answer);
                return;
            }

            var outputs = AnswerContract.OutputsOf(json.TryGetProperty("body", out var body) ? JsonDocument.Parse(body.GetString()!).RootElement : json);
            AnswerContract.AssertContract(Name, outputs);
            // list-invocations has no payload to refuse, and no path.
            Assert.Equal(Name == "list-invocations" && outputs.Text("errorCode") == "ConfigurationError" ? "ConfigurationError" : "ValidationError", outputs.Text("errorCode"));
        }

        public async ValueTask DisposeAsync()
        {
            _process.Dispose();
            await _server.DisposeAsync();
        }
    }
}
