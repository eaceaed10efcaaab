using System.Text;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>A response as it is sent.</summary>
internal static class HttpResponse
{
    public static byte[] Json(string status, string body, string headers = "") =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
