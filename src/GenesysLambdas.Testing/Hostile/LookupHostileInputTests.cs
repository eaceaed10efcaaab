using System.Collections.Concurrent;
using System.Text;
using FsCheck.Fluent;
using GenesysLambdas.Core.Phone;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>Whatever is sent to a lookup, it answers with all outputs and makes only its own requests.</summary>
public abstract class LookupHostileInputTests(ITestOutputHelper output)
{
    /// <summary>Cases of each of the four kinds, for all lookups together.</summary>
    private const int Cases = 4_000;

    private static readonly int CasesOfALookup = (int)Math.Ceiling((double)Cases / LookupUnderTest.All.Count);
    private static readonly string[] ErrorCodes = ["", "ValidationError", "NotFound"];

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Any_JSON_document_is_answered(string lookup)
    {
        await using var target = await Target.OfAsync(lookup);

        await output.ForAllAsync(CasesOfALookup, HostileEvent.AnyJson(target.Contract), target.AssertAnswers);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Any_bytes_are_answered(string lookup)
    {
        await using var target = await Target.OfAsync(lookup);

        await output.ForAllAsync(CasesOfALookup, HostileEvent.AnyBytes(target.Contract), target.AssertAnswers);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Any_body_of_an_HTTP_event_is_answered_in_an_HTTP_answer(string lookup)
    {
        await using var target = await Target.OfAsync(lookup);

        await output.ForAllAsync(CasesOfALookup, HostileEvent.AnyHttp(target.Contract), target.AssertAnswersHttp);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Any_text_in_any_input_is_rejected_or_sent_unchanged(string lookup)
    {
        await using var target = await Target.OfAsync(lookup);
        var cases = Gen.Elements(target.Contract.Inputs.AsEnumerable()).Zip(HostileText.Any);

        await output.ForAllAsync(CasesOfALookup, cases.Select(pair => new HostileInput(pair.Item1, pair.Item2)), input => target.AssertLooksUp(input));

        Assert.InRange(target.LookedUp, 1, CasesOfALookup - 1);
    }

    private sealed record HostileInput(InputContract Contract, string Text)
    {
        /// <summary>Whether it is sent unchanged.</summary>
        public bool IsSentAsItIs =>
            Contract is { Type: ContractType.String, Format: TextFormat.Any or TextFormat.PathSegment } && !ExampleInputs.IsPhoneNumber(Contract) && !IsCommon;

        /// <summary>Whether any value is valid.</summary>
        public bool IsCommon => CommonInputs.Contract.Contains(Contract);

        public override string ToString() => $"{Contract.Name} = {HostileText.ToJson(Text.Length > 500 ? Text[..500] : Text)} ({Text.Length} characters)";
    }

    /// <summary>A lookup with a healthy API that records every request.</summary>
    private sealed class Target : IAsyncDisposable
    {
        private const int LargeNumber = 7654321;

        private readonly string _lookup;
        private readonly ConcurrentQueue<RecordedRequest> _requests = new();
        private readonly ScriptedApi _api;
        private readonly TestFunction _function;
        private IReadOnlyList<OwnRequest> _own = [];

        private Target(string lookup)
        {
            var healthy = HealthyApi.Of(lookup);
            _lookup = lookup;
            _api = new ScriptedApi(request =>
            {
                _requests.Enqueue(request);
                return healthy.Answer(request);
            })
            { KeepsRequests = false };
            _function = new TestFunction(lookup, _api.BaseUrl).Secret(HealthyApi.Secret).With(PhoneNumber.DefaultCountryCode.Name, "43");
            _function.With(settings => settings.Timeout, "60000").With(settings => settings.MaxAttempts, "1");
        }

        /// <summary>The number of calls to the API. Never or always would prove nothing.</summary>
        public int LookedUp { get; private set; }

        public LookupContract Contract => LookupUnderTest.Named(_lookup).Contract;

        public static async Task<Target> OfAsync(string lookup)
        {
            var target = new Target(lookup);
            var examples = target.Contract.Inputs.ToDictionary(input => input.Name, Unmistakable);
            (await target._function.InvokeAsync(examples)).AssertSuccess();
            target.Learn(examples);
            var optional = target.Contract.Inputs.Except(CommonInputs.Contract).Where(input => !input.Required && input.Default is null);
            foreach (var fewer in WithoutSome(examples, optional))
            {
                await target._function.InvokeAsync(fewer);
                target.Learn(fewer);
            }

            return target;
        }

        /// <summary>Every combination with up to eight of the optional inputs left out, because the request may differ without them.</summary>
        private static IEnumerable<Dictionary<string, object?>> WithoutSome(Dictionary<string, object?> examples, IEnumerable<InputContract> optional) =>
            optional.Take(8).Aggregate(
                Enumerable.Repeat(examples, 1),
                (all, input) => all.SelectMany(one => new[] { one, one.Where(example => example.Key != input.Name).ToDictionary() })).Skip(1);

        // A 1 may occur anywhere in a request. A large number is unmistakable.
        private static object? Unmistakable(InputContract input) =>
            input is { Type: ContractType.Integer, Minimum: <= LargeNumber, Maximum: >= LargeNumber } ? LargeNumber : ExampleInputs.Of(input);

        private void Learn(Dictionary<string, object?> inputs) =>
            _own = [.. _own.Concat(TakeRequests().Select(request => new OwnRequest(request, inputs.Values))).DistinctBy(own => own.ToString())];

        public void AssertAnswers(HostileEvent sent) => Answer(sent.Bytes, answer => answer);

        public void AssertAnswersHttp(HostileEvent sent) => Answer(sent.Bytes, answer => HttpEventExamples.Body(answer));

        public void AssertLooksUp(HostileInput input)
        {
            var members = ExampleInputs.Of(_lookup).Select(example =>
                $"\"{example.Key}\":{(example.Key == input.Contract.Name ? HostileText.ToJson(input.Text) : JsonSerializer.Serialize(example.Value))}");

            var (errorCode, requests) = Answer(Encoding.UTF8.GetBytes($"{{\"inputs\":{{{string.Join(',', members)}}}}}"), answer => answer);

            if (input.IsCommon)
            {
                Assert.Equal("", errorCode);
            }
            else if (errorCode.Length == 0 && input.IsSentAsItIs)
            {
                var (request, text) = (Assert.Single(requests), input.Text.Trim());
                Assert.True(
                    (request.Target + request.Body).Contains(Uri.EscapeDataString(text), StringComparison.Ordinal)
                        || TextsOf(request.Body).Any(part => part.Contains(text, StringComparison.Ordinal)),
                    $"{request} does not hold {input}");
            }
        }

        public async ValueTask DisposeAsync()
        {
            _function.Dispose();
            await _api.DisposeAsync();
        }

        private (string ErrorCode, IReadOnlyList<RecordedRequest> Requests) Answer(byte[] sent, Func<JsonElement, JsonElement> body)
        {
            var outputs = AnswerContract.OutputsOf(body(Task.Run(() => _function.SendAsync(sent)).GetAwaiter().GetResult()));
            var requests = TakeRequests();

            AnswerContract.AssertContract(_lookup, outputs);
            var errorCode = outputs.Text("errorCode")!;
            Assert.Contains(errorCode, ErrorCodes);
            Assert.True(requests.Count <= (errorCode == "ValidationError" ? 0 : 1), $"{requests.Count} requests, {errorCode}");
            Assert.All(requests, request => Assert.True(_own.Any(own => own.IsLike(request)), $"{request} is none of {string.Join(", ", _own)}"));
            LookedUp += requests.Count;
            return (errorCode, requests);
        }

        private static IEnumerable<string> TextsOf(string body)
        {
            try
            {
                return body.Length == 0 ? [] : Texts(JsonDocument.Parse(body).RootElement);
            }
            catch (JsonException)
            {
                return [body];
            }
        }

        private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            JsonValueKind.String => [json.GetString()!],
            _ => [],
        };

        private List<RecordedRequest> TakeRequests()
        {
            var taken = new List<RecordedRequest>();
            while (_requests.TryDequeue(out var request))
            {
                taken.Add(request);
            }

            return taken;
        }
    }
}
