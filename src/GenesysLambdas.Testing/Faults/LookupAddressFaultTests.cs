using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Testing.Faults;

/// <summary>Every lookup with an address at which there is no external API.</summary>
public abstract class LookupAddressFaultTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_closed_port_is_an_ExternalApiError_until_it_is_opened(string lookup)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer, listens: false);
        using var function = Function(lookup, api.BaseUrl);

        AssertAnswer(lookup, "ExternalApiError", await function.InvokeAsync(ExampleInputs.Of(lookup)));

        api.Listen();
        AssertAnswer(lookup, "", await function.InvokeAsync(ExampleInputs.Of(lookup)));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task An_unknown_host_is_an_ExternalApiError_every_time(string lookup)
    {
        using var function = Function(lookup, "https://no-such-host.invalid");

        AssertAnswer(lookup, "ExternalApiError", await function.InvokeAsync(ExampleInputs.Of(lookup)));
        AssertAnswer(lookup, "ExternalApiError", await function.InvokeAsync(ExampleInputs.Of(lookup)));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Sends_nothing_if_the_certificate_is_not_trusted(string lookup)
    {
        using var certificate = TestCertificate.ForLoopback();
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer) { Certificate = certificate };
        using var function = Function(lookup, api.BaseUrl);

        AssertAnswer(lookup, "ExternalApiError", await function.InvokeAsync(ExampleInputs.Of(lookup)));
        AssertAnswer(lookup, "ExternalApiError", await function.InvokeAsync(ExampleInputs.Of(lookup)));
        Assert.Empty(api.Requests);

        // A client that accepts any certificate gets a reply, so it was the certificate.
#pragma warning disable MA0039
        using var careless = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            UseProxy = false,
        });
#pragma warning restore MA0039
        using var reply = await careless.GetAsync(api.BaseUrl);
        Assert.Single(api.Requests);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task An_unanswered_TLS_handshake_is_an_ExternalApiTimeout(string lookup)
    {
        // It waits for the end of HTTP headers, which never comes in a handshake.
        await using var api = new ScriptedApi(Reply.Never);
        using var function = Function(lookup, api.BaseUrl.Replace("http:", "https:", StringComparison.Ordinal));
        function.With(api => api.Timeout, "500");

        // For a lookup that writes, the only time-out is the deadline, and it comes before the handler gives up connecting.
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(2) };
        AssertAnswer(lookup, "ExternalApiTimeout", await function.InvokeAsync(ExampleInputs.Of(lookup), context));
    }

    private static TestFunction Function(string lookup, string baseUrl) => new TestFunction(lookup, baseUrl)
        .Secret(HealthyApi.Secret).With(api => api.Timeout, "60000").With(api => api.MaxAttempts, "1");

    private static void AssertAnswer(string lookup, string errorCode, JsonElement outputs)
    {
        AnswerContract.AssertContract(lookup, outputs);
        Assert.Equal(errorCode, outputs.Text("errorCode"));
    }
}
