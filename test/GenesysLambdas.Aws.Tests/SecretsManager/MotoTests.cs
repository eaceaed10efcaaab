using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace GenesysLambdas.Aws.Tests.SecretsManager;

/// <summary>Against another's idea of Secrets Manager: moto's server (https://docs.getmoto.org/en/latest/docs/server_mode.html).</summary>
public sealed class MotoTests
{
    [Fact]
    public async Task A_secret_is_fetched_and_a_missing_one_not_found()
    {
        var port = FreePort();
        using var moto = Start(port);
        Assert.SkipWhen(moto is null, "moto_server is not installed");
        try
        {
            var url = $"http://127.0.0.1:{port}";
            await CreateSecretAsync(url, "user-api", "bearer-token");
            using var client = new AmazonSecretsManagerClient(
                new AmazonSecretsManagerConfig { HttpClientFactory = new PlainHttp() },
                FakeService.Environment(("AWS_ENDPOINT_URL", url), ("AWS_REGION", "eu-central-1")),
                TimeProvider.System);

            var secret = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "user-api" });

            Assert.Equal("bearer-token", secret.SecretString);
            var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
                () => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "no-such-secret" }));
            Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        }
        finally
        {
            moto.Kill(entireProcessTree: true);
        }
    }

    private static Process? Start(int port)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // Asks again until the server listens.
    private static async Task CreateSecretAsync(string url, string name, string value)
    {
        using var http = new HttpClient();
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url);
            request.Content = new StringContent(
                new JsonObject { ["Name"] = name, ["SecretString"] = value, ["ClientRequestToken"] = Guid.NewGuid().ToString() }.ToJsonString(),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/x-amz-json-1.1"));
            request.Headers.Add("X-Amz-Target", "secretsmanager.CreateSecret");
            request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=0");
            try
            {
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException exception) when (exception.StatusCode is null && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
