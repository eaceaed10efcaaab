using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Fakes;

/// <summary>A function in its own process: this assembly, which behaves as <c>DOTNET_FAKE_FUNCTION</c> in its environment says.</summary>
internal static class FakeFunction
{
    private const string Variable = "DOTNET_FAKE_FUNCTION";

    /// <summary>A shortened log line of a failure.</summary>
    public const string FailureLine =
        """{"timestamp":"2026-01-01T00:00:00.000Z","level":"ERROR","message":"Lookup failed","outcome":"failure","statusCode":502,"attempts":3,"reason":"error-status","externalStatus":500,"Lookup":"current-weather","ErrorCode":"ExternalApiError","Duration":384.9}""";

    public static FunctionExecutable Executable { get; } = new("dotnet", [typeof(FakeFunction).Assembly.Location]);

    public static Dictionary<string, string> Behaving(string behaviour) => new() { [Variable] = behaviour };

    internal static int Main() => Run(Environment.GetEnvironmentVariable(Variable) ?? "");

    private static int Run(string behaviour)
    {
        Console.WriteLine($"pid {Environment.ProcessId}");
        switch (behaviour)
        {
            case "dies at once":
                Console.Error.WriteLine("I cannot live");
                return 3;
            case "ends without a word":
                return 0;
            case "never asks":
                Thread.Sleep(Timeout.Infinite);
                return 0;
            case "fails to start":
                using (var client = new RuntimeApiClient())
                {
                    client.Post("init/error", """{"errorMessage":"No such handler","errorType":"HandlerNotFound","stackTrace":[]}""");
                }

                return 1;
            default:
                using (var client = new RuntimeApiClient())
                {
                    return Loop(client, behaviour);
                }
        }
    }

    private static int Loop(RuntimeApiClient client, string behaviour)
    {
        var previous = "";
        for (var count = 1; ; count++)
        {
            var (id, invocation) = client.Next();
            switch (behaviour)
            {
                case "dies with its event":
                    return 7;
                case "dies with its second event" when count == 2:
                    return 7;
                case "never answers":
                    Thread.Sleep(Timeout.Infinite);
                    break;
                case "fails":
                    client.Post($"invocation/{id}/error", """{"errorMessage":"Sorry","errorType":"Oops","stackTrace":[]}""");
                    break;
                case "tells its metrics":
                    client.Post($"invocation/{id}/response", """{"result":{"temperature":1,"condition":"Cold","success":true,"statusCode":200,"errorCode":"","errorMessage":""}}""");
                    Console.WriteLine(MetricsLine(id));
                    break;
                case "tells its metrics with the next event":
                    Console.WriteLine(MetricsLine(previous));
                    client.Post($"invocation/{id}/response", "{}");
                    previous = id;
                    break;
                case "tells a failure":
                    Console.WriteLine(FailureLine);
                    client.Post($"invocation/{id}/response", """{"success":false,"statusCode":502}""");
                    break;
                default:
                    Console.WriteLine($"got {invocation}");
                    client.Post($"invocation/{id}/response", Answer(behaviour, invocation));
                    break;
            }
        }
    }

    /// <summary>A shortened log line of a success.</summary>
    private static string MetricsLine(string id) =>
        $$$"""{"outcome":"success","requestId":"{{{id}}}","statusCode":200,"attempts":1,"secretMs":2.5,"Lookup":"current-weather","Duration":12.25,"Success":1,"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"GenesysLambdas","Dimensions":[["Lookup"]],"Metrics":[{"Name":"Duration","Unit":"Milliseconds"},{"Name":"Success","Unit":"Count"},{"Name":"Absent","Unit":"Count"}]}]}}""";

    private static string Answer(string behaviour, string invocation) => behaviour switch
    {
        "succeeds" => """{"result":{"temperature":21.5,"condition":"Clear sky","success":true,"statusCode":200,"errorCode":"","errorMessage":""}}""",
        "refuses" => """{"result":{"temperature":0,"condition":"Error","success":false,"statusCode":400,"errorCode":"ValidationError","errorMessage":"No"},"error":"ValidationError"}""",
        "steers" => """{"temperature":"x","condition":"\u001b[31m [red]","success":true,"more":[1]}""",
        "reorders" => "{\"condition\":\"a\u202Eb\u2028c\u2066\",\"success\":true,\"more\u202E\":[\"\u2067\"]}",
        "reorders an error" => "{\"errorMessage\":\"a\u202Eb\"",
        "says much" => """{"temperature":1,"condition":"Cloudy and cold with a chance of rain in the afternoon","success":true,"statusCode":200,"errorCode":"","errorMessage":""}""",
        "lets in" => IsForAuthorizer(invocation) ? """{"isAuthorized":true}""" : invocation,
        "lets in and refuses" => IsForAuthorizer(invocation) ? """{"isAuthorized":true}""" : """{"statusCode":400,"headers":{"content-type":"application/json"},"body":"{\"errorCode\":\"No\"}","isBase64Encoded":false}""",
        "lets in and answers badly" => IsForAuthorizer(invocation) ? """{"isAuthorized":true}""" : """{"statusCode":"200"}""",
        "answers an HTTP event" => """{"statusCode":200,"headers":{"content-type":"application/json"},"body":"{\"result\":{\"temperature\":21.5,\"success\":true}}","isBase64Encoded":false}""",
        "keeps out" => """{"isAuthorized":false}""",
        "answers no object" => "[1]",
        "tells its environment" => AllVariables(),
        _ => invocation,
    };

    private static bool IsForAuthorizer(string invocation) => JsonNode.Parse(invocation)?["type"]?.ToString() == "REQUEST";

    private static string AllVariables()
    {
        var variables = Environment.GetEnvironmentVariables();
        return new JsonObject(variables.Keys.Cast<string>().Select(name => KeyValuePair.Create(name, (JsonNode?)(string?)variables[name]))).ToJsonString();
    }

    private sealed class RuntimeApiClient : IDisposable
    {
        private readonly HttpClient _client = new()
        {
            BaseAddress = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };

        public (string Id, string Event) Next()
        {
            using var response = _client.Send(new HttpRequestMessage(HttpMethod.Get, "invocation/next"));
            using var reader = new StreamReader(response.Content.ReadAsStream());
            return (response.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(), reader.ReadToEnd());
        }

        public void Post(string path, string body)
        {
            using var response = _client.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
            if (response.StatusCode != HttpStatusCode.Accepted)
            {
                throw new InvalidOperationException($"{path} was answered {response.StatusCode}.");
            }
        }

        public void Dispose() => _client.Dispose();
    }
}
