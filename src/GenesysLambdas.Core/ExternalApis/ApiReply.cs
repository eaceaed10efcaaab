using System.Net;

namespace GenesysLambdas.ExternalApis;

/// <summary>What an external API answered, whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, at most <see cref="ApiReplyBody.MaxBytes"/>.</param>
internal sealed record ApiReply(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public bool RefusesCredentials => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
