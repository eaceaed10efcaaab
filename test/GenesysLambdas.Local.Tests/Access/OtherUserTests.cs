using GenesysLambdas.Local.Tests.Emulator;
using GenesysLambdas.Local.Tests.Page;

namespace GenesysLambdas.Local.Tests.Access;

public class OtherUserTests
{
    private const uint Root = 0;
    private const string Secret = "genesys-lambdas/weather-api";

    private static readonly string Signed =
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + new string('a', 64);

    public static TheoryData<string> Requests =>
    [
        SecretsRequest("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}"""),
        Request("GET", "/CurrentWeatherFunction/2018-06-01/runtime/invocation/next"),
        Request("POST", "/2015-03-31/functions/current-weather/invocations", "{}"),
        Request("POST", "/data-action/current-weather", "{}", "Authorization: Bearer local-http-token"),
        Request("GET", "/page/api/suite"),
        Request("GET", "/"),
        Request("GET", "/stand-ins/user-api/users/1"),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_port_refuses_another_user(string request)
    {
        Assert.SkipWhen(OtherUser.ReasonMissing is not null, OtherUser.ReasonMissing ?? "");
        await using var page = await TestPage.StartAsync();
        var endpoint = page.Emulator.Emulator.Endpoint;

        Assert.Equal("", await OtherUser.SendAsync(OtherUser.Id, endpoint, request));
    }

    [Fact]
    public async Task Root_and_the_same_user_are_admitted()
    {
        Assert.SkipWhen(OtherUser.ReasonMissing is not null, OtherUser.ReasonMissing ?? "");
        await using var page = await TestPage.StartAsync();

        var answer = await OtherUser.SendAsync(Root, page.Emulator.Emulator.Endpoint, SecretsRequest("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}"""));

        Assert.Contains("local-weather-key", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_user_cannot_get_an_event()
    {
        Assert.SkipWhen(OtherUser.ReasonMissing is not null, OtherUser.ReasonMissing ?? "");
        await using var emulator = await TestEmulator.StartAsync();
        var invoking = emulator.InvokeAsync("""{"inputs":{"city_name":"Paris"}}""");

        Assert.Equal("", await OtherUser.SendAsync(OtherUser.Id, emulator.Emulator.Endpoint, Request("GET", "/CurrentWeatherFunction/2018-06-01/runtime/invocation/next")));

        using var function = new VisitingFunction(emulator.Client);
        Assert.Contains("Paris", await function.NextAsync(), StringComparison.Ordinal);
        await function.AnswerAsync("{}");
        await invoking;
    }

    [Fact]
    public async Task Closing_a_connection_at_once_does_no_harm()
    {
        Assert.SkipWhen(OtherUser.ReasonMissing is not null, OtherUser.ReasonMissing ?? "");
        var refused = new TaskCompletionSource();
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Refused = _ => refused.TrySetResult() });

        await OtherUser.SendAndLeaveAsync(OtherUser.Id, emulator.Emulator.Endpoint, SecretsRequest("PutSecretValue", $$"""{"SecretId":"{{Secret}}","SecretString":"mine"}"""));
        await refused.Task;

        Assert.Single(emulator.Emulator.Secrets.UseEvenDeleted(Secret, secret => secret).Versions);
    }

    [Fact]
    public async Task A_refusal_is_reported_once_per_user()
    {
        Assert.SkipWhen(OtherUser.ReasonMissing is not null, OtherUser.ReasonMissing ?? "");
        var refused = new List<uint?>();
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Refused = refused.Add });

        foreach (var user in new[] { OtherUser.Id, 12345u, OtherUser.Id })
        {
            await OtherUser.SendAsync(user, emulator.Emulator.Endpoint, Request("GET", "/"));
        }

        Assert.Equal([OtherUser.Id, 12345u], refused);
    }

    private static string SecretsRequest(string operation, string body) =>
        Request("POST", "/", body, $"X-Amz-Target: secretsmanager.{operation}\nContent-Type: application/x-amz-json-1.1\nAuthorization: {Signed}");

    private static string Request(string method, string path, string body = "", string headers = "X-None: 1") =>
        $"{method} {path} HTTP/1.0\nHost: localhost:PORT\n{headers}\nContent-Length: {body.Length}\n\n{body}";
}
