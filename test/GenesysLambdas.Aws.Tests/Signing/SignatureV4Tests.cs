using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.SecretsManager;

namespace GenesysLambdas.Aws.Tests.Signing;

public sealed class SignatureV4Tests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Signing");

    public static TheoryData<string> VectorNames =>
        [.. Vectors().Select(vector => (string)vector["name"]!)];

    [Theory]
    // From AWS's Signature Version 4 test suite.
    [InlineData("GET", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("POST", "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void Signatures_are_those_of_the_published_test_suite(string method, string body, string signature)
    {
        (string, string)[] headers = [("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")];
        if (body.Length > 0)
        {
            headers = [("content-type", "application/x-www-form-urlencoded"), .. headers];
        }

        var authorization = new SignatureV4("us-east-1", "service", new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null)).Authorization(
            method, "/", headers, Encoding.UTF8.GetBytes(body), "20150830T123600Z");

        Assert.EndsWith($"Signature={signature}", authorization, StringComparison.Ordinal);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=", authorization, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(VectorNames))]
    public void Signatures_are_those_that_botocore_made(string name)
    {
        var vector = Vectors().Single(vector => (string)vector["name"]! == name);

        Assert.Equal((string)vector["authorization"]!, Sign(vector));
    }

    [Fact]
    public async Task Signatures_of_random_requests_are_those_that_botocore_makes_now()
    {
        var random = new Random();
        var requests = new JsonArray([.. Enumerable.Range(0, 50).Select(_ => (JsonNode)new JsonObject
        {
            ["method"] = "POST",
            ["url"] = $"http://127.0.0.1:{random.Next(1024, 65536)}/",
            ["headers"] = new JsonArray(
                new JsonArray("content-type", "application/x-amz-json-1.1"),
                new JsonArray("x-amz-date", DateTime.UnixEpoch.AddSeconds(random.NextInt64(4_000_000_000)).ToString("yyyyMMdd'T'HHmmss'Z'")),
                new JsonArray("x-amz-target", "secretsmanager.GetSecretValue")),
            ["body"] = Convert.ToBase64String(Bytes(random, random.Next(200))),
            ["accessKey"] = Convert.ToHexString(Bytes(random, 10)),
            ["secretKey"] = Convert.ToBase64String(Bytes(random, 30)),
            ["token"] = "",
            ["region"] = "eu-central-1",
            ["service"] = "secretsmanager",
        })]);

        var signed = await BotocoreAsync(requests.ToJsonString());
        Assert.SkipWhen(signed is null, "Python with botocore is not installed");

        Assert.All(JsonNode.Parse(signed)!.AsArray(), request => Assert.Equal((string)request!["authorization"]!, Sign(request)));
    }

    private static string Sign(JsonNode vector)
    {
        var url = new Uri((string)vector["url"]!);
        (string Name, string Value)[] headers =
        [
            .. vector["headers"]!.AsArray().Select(header => ((string)header![0]!, (string)header[1]!)),
            ("host", url.Authority),
        ];
        var credentials = new AwsCredentials((string)vector["accessKey"]!, (string)vector["secretKey"]!, (string)vector["token"]!);
        return new SignatureV4((string)vector["region"]!, (string)vector["service"]!, credentials).Authorization(
            (string)vector["method"]!,
            url.AbsolutePath,
            [.. headers.OrderBy(header => header.Name, StringComparer.Ordinal)],
            Encoding.UTF8.GetBytes((string)vector["body"]!),
            headers.Single(header => header.Name == "x-amz-date").Value);
    }

    private static async Task<string?> BotocoreAsync(string requests)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder, "sigv4_botocore.py")])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await python.StandardInput.WriteAsync(requests);
            python.StandardInput.Close();
            var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            await python.WaitForExitAsync();
            // Windows has a python3 that only says where to get one.
            return (await error).Contains("No module named", StringComparison.Ordinal) || python.ExitCode == 9009 ? null : await output;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<JsonNode> Vectors() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "sigv4_vectors.json")))!.AsArray().OfType<JsonNode>();
}
