using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

public sealed class ConnectionAheadTests : IDisposable
{
    private static readonly CertificateAuthority Root = CertificateAuthority.Root();
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly RootsFile _roots = new(Root.Certificate);
    private readonly X509Certificate2 _certificate = Root.Server();
    private readonly ManualTime _time = new();

    public void Dispose()
    {
        _roots.Dispose();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_connection_opened_ahead_carries_the_first_request()
    {
        await using var server = new ScriptedApi(Reply.Ok("{}")) { Certificate = _certificate };
        var (ahead, client) = Client();
        using (client)
        {
            ahead.Open(new Uri(server.BaseUrl));
            await server.ConnectionAsync();
            Assert.Empty(server.Requests);

            await client.GetStringAsync(new Uri(server.BaseUrl));
            Assert.Equal(1, server.Connections);
        }
    }

    // Apache's mod_reqtimeout ends a connection without a request after 20 seconds.
    [Fact]
    public async Task A_connection_opened_15_seconds_ago_is_closed_and_not_used()
    {
        await using var server = new ScriptedApi(Reply.Ok("{}")) { Certificate = _certificate };
        var (ahead, client) = Client();
        using (client)
        {
            ahead.Open(new Uri(server.BaseUrl));
            await server.ConnectionAsync();
            _time.Advance(TimeSpan.FromSeconds(15));

            await client.GetStringAsync(new Uri(server.BaseUrl));
            Assert.Equal(2, server.Connections);
        }
    }

    [Fact]
    public async Task Opens_the_next_connection_ten_seconds_before_the_old_one_expires()
    {
        await using var server = new ScriptedApi(Reply.Ok("{}")) { Certificate = _certificate };
        var address = new Uri(server.BaseUrl);
        var (ahead, client) = Client();
        using (client)
        {
            await client.GetStringAsync(address);
            await server.ConnectionAsync();
            _time.Advance(Lifetime - TimeSpan.FromSeconds(10));
            ahead.Renew(address);
            Assert.Equal(1, server.Connections);

            _time.Advance(TimeSpan.FromSeconds(1));
            ahead.Renew(address);
            ahead.Renew(address);
            await server.ConnectionAsync();

            await client.GetStringAsync(address);
            Assert.Equal(2, server.Connections);
        }
    }

    [Fact]
    public async Task A_connection_that_could_not_be_opened_ahead_is_opened_by_the_request()
    {
        await using var server = new ScriptedApi(_ => Reply.Ok("{}"), listens: false) { Certificate = _certificate };
        var (ahead, client) = Client();
        using (client)
        {
            ahead.Open(new Uri(server.BaseUrl));
            server.Listen();

            Assert.Equal("{}", await client.GetStringAsync(new Uri(server.BaseUrl)));
        }
    }

    [Fact]
    public async Task The_request_reports_an_untrusted_server()
    {
        using var untrusted = TestCertificate.ForLoopback();
        await using var server = new ScriptedApi(Reply.Ok("{}")) { Certificate = untrusted };
        var (ahead, client) = Client();
        using (client)
        {
            ahead.Open(new Uri(server.BaseUrl));

            var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(server.BaseUrl)));
            Assert.Equal(HttpRequestError.SecureConnectionError, failure.HttpRequestError);
            Assert.Empty(server.Requests);
        }
    }

    [Fact]
    public async Task A_connection_for_another_server_is_not_used()
    {
        await using var server = new ScriptedApi(Reply.Ok("{}")) { Certificate = _certificate };
        await using var other = new ScriptedApi(Reply.Ok("{}")) { Certificate = _certificate };
        var (ahead, client) = Client();
        using (client)
        {
            ahead.Open(new Uri(other.BaseUrl));
            await client.GetStringAsync(new Uri(server.BaseUrl));

            Assert.Equal(1, server.Connections);
            Assert.Empty(other.Requests);
        }
    }

    [Fact]
    public async Task The_first_call_uses_the_connection_opened_at_startup()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"1","name":"Ada"}""")) { Certificate = _certificate };
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("TRUSTED_ROOTS", _roots.Path).Start();
        await api.ConnectionAsync();
        Assert.Empty(api.Requests);

        var answer = await function.InvokeAsync(new { user_id = "1" });

        Assert.True(answer.GetProperty("userFound").GetBoolean());
        Assert.Equal(1, api.Connections);
    }

    [Fact]
    public async Task A_connection_closed_by_the_API_costs_only_an_attempt()
    {
        var closed = 0;
        await using var api = new ScriptedApi(_ => closed++ == 0 ? Reply.Reset : Reply.Ok("""{"id":"1","name":"Ada"}""")) { Certificate = _certificate };
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("TRUSTED_ROOTS", _roots.Path).Start();
        await api.ConnectionAsync();

        var answer = await function.InvokeAsync(new { user_id = "1" });

        Assert.True(answer.GetProperty("userFound").GetBoolean());
        Assert.Equal(2, api.Requests.Count);
    }

    /// <summary>A client whose pool keeps no connection, so that each request needs one, as after the pool's has reached its age.</summary>
    private (ConnectionAhead Ahead, HttpClient Client) Client()
    {
        var trust = new ServerTrust(_roots.Path);
        var ahead = new ConnectionAhead(trust, Lifetime, _time);
        var handler = trust.CreateHandler();
        handler.ConnectCallback = ahead.ConnectAsync;
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        return (ahead, new HttpClient(handler));
    }
}
