using System.Net.Http.Headers;
using System.Reflection;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>A token arrives as it is, in the header or parameter that the setting names, or nothing is sent.</summary>
public sealed class TokenPlaceTests
{
    /// <summary>Headers that HTTP has, including all that .NET knows.</summary>
    private static readonly string[] Known =
    [
        .. from type in (Type[])[typeof(HttpRequestHeaders), typeof(HttpResponseHeaders), typeof(HttpContentHeaders)]
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           select string.Concat(property.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")),
        "ETag", "TE", "WWW-Authenticate", "Content-MD5", "DNT", "Cookie", "Set-Cookie", "Keep-Alive", "Alt-Svc", "Origin", "X-Api-Key", "X-API-KEY", "Api.Key", "x_token",
        "traceparent", "tracestate", "baggage", "Request-Id", "X-Amzn-Trace-Id", "HTTP2-Settings", "Forwarded", "X-Forwarded-For", "Content-Anything", "Proxy-Anything",
    ];

    private static readonly string[] Refused =
    [
        "Host", "Connection", "Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect", "Content-Length", "Content-Type", "Content-Encoding",
        "Content-Anything", "Proxy-Authorization", "Proxy-Anything", "Allow", "Expires", "Last-Modified", "Accept", "User-Agent", "X-Amzn-Trace-Id",
    ];

    public static TheoryData<string, bool> Headers => [.. Known.Union(Refused).SelectMany(name => (TheoryDataRow<string, bool>[])[new(name, false), new(name, true)])];

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_token_arrives_as_it_is_in_its_header_or_nothing_is_sent(string header, bool hasBody)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        foreach (var name in (string[])[header, header.ToUpperInvariant(), header.ToLowerInvariant()])
        {
            var probe = Probe.WithSecret(api.BaseUrl, ProbeCalls.Named(hasBody ? "PostAsync" : "GetAsync"), ["the-token"], ("PROBE_API_AUTH", $"header:{name}"));
            var before = api.Requests.Count;
            var outputs = await probe.InvokeAsync();
            if (outputs.Flag("success"))
            {
                Assert.Equal(["the-token"], api.Requests[^1].Headers.Where(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value));
                Assert.DoesNotContain(header, Refused);
            }
            else
            {
                Assert.Equal(("ConfigurationError", before), (outputs.Text("errorCode"), api.Requests.Count));
                Assert.StartsWith("The setting PROBE_API_AUTH must be ", outputs.Text("errorMessage"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("query:id")]
    [InlineData("query:ID")]
    public async Task A_token_in_a_parameter_that_the_lookup_sends_is_a_ConfigurationError(string auth)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        foreach (var call in ProbeCalls.All)
        {
            var probe = Probe.WithSecret(api.BaseUrl, ProbeCalls.Named(call), ["the-token"], ("PROBE_API_AUTH", auth));

            (await probe.InvokeAsync()).AssertFailure(
                500, "ConfigurationError", "The setting PROBE_API_AUTH must be query:<name>, with a name that is not one of the lookup's own parameters");
            Assert.False(probe.Failure!.MayHaveRun);
        }

        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task So_is_an_escaped_one_in_the_lookups_path()
    {
        var probe = Probe.WithSecret(
            "http://127.0.0.1:9", async call => $"{await call.GetAsync($"things?a=1&%69%44=2", ProbeJson.Default.ProbeReply)}", ["the-token"], ("PROBE_API_AUTH", "query:id"));

        Assert.Equal("ConfigurationError", (await probe.InvokeAsync()).Text("errorCode"));
    }

    [Theory]
    [InlineData("query:key")]
    [InlineData("query:i")]
    [InlineData("query:ids")]
    public async Task A_token_in_its_own_parameter_is_sent_once(string auth)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));

        (await Probe.WithSecret(api.BaseUrl, ProbeCalls.Named("GetAsync", "id=key=ids"), ["the-token"], ("PROBE_API_AUTH", auth)).InvokeAsync()).AssertSuccess();

        Assert.Equal($"/things?id=id%3Dkey%3Dids&{auth[6..]}=the-token", api.Request.Target);
    }
}
