using System.Net;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas;

/// <summary>The status and headers of an HTTP answer.</summary>
/// <param name="HasDescription">Whether to add the reason phrase, which load balancers require.</param>
/// <param name="HasHeaderLists">Whether headers are lists of values. If so, load balancers ignore plain headers.</param>
internal sealed record HttpHead(int Status, bool HasDescription, bool HasHeaderLists)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("statusCode"u8, Status);
        if (HasDescription)
        {
            using var response = new HttpResponseMessage((HttpStatusCode)Status);
            writer.WriteString("statusDescription"u8, $"{Status} {response.ReasonPhrase}");
        }

        // Capitalized, because AWS's own Lambda Test Tool looks it up case-sensitively (aws/aws-lambda-dotnet, InvokeResponseExtensions).
        writer.WritePropertyName(HasHeaderLists ? "multiValueHeaders"u8 : "headers"u8);
        writer.WriteRawValue(HasHeaderLists ? """{"Content-Type":["application/json"]}""" : """{"Content-Type":"application/json"}""");
    }
}

internal sealed class HttpHeads(SettingsReader settings)
{
    private readonly LazySetting<bool> _sendsOwnStatus = new(() => settings.OneOf(HostSettings.HttpStatus) == "answer", fallback: false);

    /// <exception cref="LookupException">The setting is malformed, and the request came over HTTP.</exception>
    public void CheckSetting(LookupRequest request)
    {
        if (request.IsHttp)
        {
            _sendsOwnStatus.Check();
        }
    }

    /// <summary>The status and headers; null if the request did not come over HTTP. With any status but 200, the flow sees no outputs.</summary>
    public HttpHead? Of(LookupRequest request, LookupOutputs outputs) => request.Http is not { } http ? null : new(
        // With another status, a load balancer considers the function unhealthy.
        _sendsOwnStatus.ValueOrFallback && !http.IsHealthCheck ? outputs.StatusCode : 200,
        HasDescription: http.Source == HttpSource.LoadBalancer,
        http.HasHeaderLists);
}
