using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Access;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Local.Tests.Access;

public class LocalCallersTests
{
    private const string Path = "/stand-ins/user-api/users/1";

    [Fact]
    public async Task The_port_is_open_on_this_machine_only()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == emulator.Emulator.Endpoint.Port);

        Assert.Equal([IPAddress.Loopback], listeners.Select(listener => listener.Address));
    }

    [Theory]
    [InlineData("127.0.0.1:PORT", HttpStatusCode.OK)]
    [InlineData("localhost:PORT", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:PORT", HttpStatusCode.OK)]
    [InlineData("[::1]:PORT", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("localhost.:PORT", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example:PORT", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example:PORT", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.2:PORT", HttpStatusCode.Forbidden)]
    [InlineData("0.0.0.0:PORT", HttpStatusCode.Forbidden)]
    [InlineData("2130706433:PORT", HttpStatusCode.Forbidden)]
    [InlineData("evil.example:PORT", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData("localhost:PORT@evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost:PORT, evil.example:PORT", HttpStatusCode.BadRequest)]
    [InlineData("localhost:PORT\nHost: evil.example:PORT", HttpStatusCode.BadRequest)]
    public async Task Only_loopback_host_names_with_the_port_are_served(string host, HttpStatusCode expected)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(expected, await RawHttp.SendAsync(emulator, $"GET {Path} HTTP/1.1\nHost: {host}\n\n"));
    }

    [Theory]
    [InlineData("GET http://localhost:PORT/stand-ins/user-api/users/1 HTTP/1.1\nHost: localhost:PORT\n\n", HttpStatusCode.OK)]
    [InlineData("GET http://evil.example:PORT/stand-ins/user-api/users/1 HTTP/1.1\nHost: evil.example:PORT\n\n", HttpStatusCode.Forbidden)]
    [InlineData("GET http://localhost:PORT/stand-ins/user-api/users/1 HTTP/1.1\nHost: evil.example:PORT\n\n", HttpStatusCode.BadRequest)]
    [InlineData("GET http://evil.example:PORT/stand-ins/user-api/users/1 HTTP/1.1\nHost: localhost:PORT\n\n", HttpStatusCode.BadRequest)]
    [InlineData("GET /stand-ins/user-api/users/1 HTTP/1.1\n\n", HttpStatusCode.BadRequest)]
    [InlineData("GET /stand-ins/user-api/users/1 HTTP/1.0\n\n", HttpStatusCode.Forbidden)]
    [InlineData("GET /stand-ins/user-api/users/1 HTTP/1.0\nHost: localhost:PORT\n\n", HttpStatusCode.OK)]
    [InlineData("GET /no-such-path HTTP/1.1\nHost: evil.example:PORT\n\n", HttpStatusCode.Forbidden)]
    public async Task An_absolute_target_or_a_missing_host_does_not_help(string request, HttpStatusCode expected)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(expected, await RawHttp.SendAsync(emulator, request));
    }

    [Theory]
    [InlineData("Origin: http://localhost:PORT", HttpStatusCode.OK)]
    [InlineData("Origin: http://127.0.0.1:PORT", HttpStatusCode.OK)]
    [InlineData("Origin: https://localhost:PORT", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://localhost", HttpStatusCode.Forbidden)]
    [InlineData("Origin: https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://localhost:PORT\nOrigin: https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: none", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site: same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site: same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: something-new", HttpStatusCode.Forbidden)]
    public async Task One_header_of_a_foreign_page_is_enough(string header, HttpStatusCode expected)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(expected, await RawHttp.SendAsync(emulator, $"GET {Path} HTTP/1.1\nHost: localhost:PORT\n{header}\n\n"));
    }

    [Fact]
    public async Task A_refusal_says_what_is_accepted()
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Host = "host.docker.internal:5050" } };

        using var refused = await emulator.Client.SendAsync(request);

        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        var port = emulator.Emulator.Endpoint.Port;
        Assert.Equal("AccessDeniedException", refused.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal("AccessDeniedException", (string?)error["__type"]);
        Assert.Equal($"The Host header must be one of 127.0.0.1:{port}, localhost:{port}, [::1]:{port}.", (string?)error["Message"]);
    }

    [Theory]
    [InlineData("localhost", "http://localhost", true)]
    [InlineData("localhost:80", "http://localhost", true)]
    [InlineData("localhost:5050", "http://localhost", false)]
    [InlineData("localhost", "http://localhost:5050", false)]
    public async Task Port_80_can_be_omitted(string host, string origin, bool isAdmitted)
    {
        var wasAdmitted = false;
        var context = new DefaultHttpContext { Request = { Host = new HostString(host), Headers = { Origin = origin } } };

        await new LocalCallers(80).AdmitAsync(context, _ =>
        {
            wasAdmitted = true;
            return Task.CompletedTask;
        });

        Assert.Equal(isAdmitted, wasAdmitted);
    }
}
