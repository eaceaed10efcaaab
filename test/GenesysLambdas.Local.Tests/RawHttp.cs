using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenesysLambdas.Local.Tests;

/// <summary>Sends HTTP that no client changes.</summary>
internal static class RawHttp
{
    /// <summary>Replaces <c>PORT</c> by the emulator's port and returns the response's status.</summary>
    public static async Task<HttpStatusCode> SendAsync(TestEmulator emulator, string request)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        var port = emulator.Emulator.Endpoint.Port;
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port, timeout.Token);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("PORT", $"{port}", StringComparison.Ordinal).ReplaceLineEndings("\r\n")), timeout.Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync(timeout.Token);
        return (HttpStatusCode)int.Parse(status!.Split(' ')[1]);
    }
}
