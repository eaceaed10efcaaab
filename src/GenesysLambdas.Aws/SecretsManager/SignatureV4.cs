using System.Security.Cryptography;
using System.Text;

namespace Amazon.SecretsManager;

/// <summary>
/// AWS Signature Version 4 of a request without a query
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed record SignatureV4(string Region, string Service, AwsCredentials Credentials)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The date as signed: the value of <c>X-Amz-Date</c>.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");

    public string Authorization(string method, string path, ReadOnlySpan<(string Name, string Value)> headers, ReadOnlySpan<byte> body, string date)
    {
        var text = new StringBuilder(512);
        // The path is encoded a second time, for every service but S3.
        text.Append(method).Append('\n').Append(path.Replace("%", "%25", StringComparison.Ordinal)).Append("\n\n");
        var names = new StringBuilder(128);
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':');
            AppendTrimmed(text, value);
            text.Append('\n');
            names.Append(names.Length > 0 ? ";" : "").Append(name);
        }

        text.Append('\n').Append(names).Append('\n').Append(Hex(SHA256.HashData(body)));
        var scope = $"{date.AsSpan(0, 8)}/{Region}/{Service}/aws4_request";
        var signed = $"{Algorithm}\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
        var signature = Hex(Sign(Key(Credentials.SecretKey, date[..8]), signed));
        return $"{Algorithm} Credential={Credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}";
    }

    private byte[] Key(string secretKey, string day) =>
        Sign(Sign(Sign(Sign(Encoding.UTF8.GetBytes("AWS4" + secretKey), day), Region), Service), "aws4_request");

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    // White space around a value is ignored, and several spaces inside it count as one.
    private static void AppendTrimmed(StringBuilder text, string value)
    {
        var afterSpace = true;
        foreach (var character in value.AsSpan().Trim())
        {
            if (character != ' ' || !afterSpace)
            {
                text.Append(character);
            }

            afterSpace = character == ' ';
        }
    }
}
