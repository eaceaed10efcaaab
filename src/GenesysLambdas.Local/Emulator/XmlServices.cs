using System.Xml.Linq;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// Answers requests for services that speak XML, of which the emulator has none, in XML: their clients cannot read a JSON error
/// (<see href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">Common errors</see> of AWS STS;
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</see> of Amazon S3).
/// </summary>
internal static class XmlServices
{
    private const string Form = "application/x-www-form-urlencoded";

    // All others send forms.
    private static readonly string[] RestServices = ["s3", "route53", "cloudfront"];

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var service = Authorization.Service(request.Headers.Authorization);
        var isForm = request.Path == "/" && request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true;
        return isForm || RestServices.Contains(service) ? RefuseAsync(context.Response, service) : next(context);
    }

    private static Task RefuseAsync(HttpResponse response, string? service)
    {
        XElement[] error =
        [
            new("Code", "InvalidAction"),
            new("Message", $"This endpoint does not have the service {service ?? "that was asked for"}: it has lambda and secretsmanager."),
        ];
        var id = response.Headers[AwsAnswer.RequestId].ToString();
        var body = service switch
        {
            "s3" => new XElement("Error", error, new XElement("RequestId", id)),
            "ec2" => new XElement("Response", new XElement("Errors", new XElement("Error", error)), new XElement("RequestID", id)),
            _ => new XElement("ErrorResponse", new XElement("Error", error, new XElement("Type", "Sender")), new XElement("RequestId", id)),
        };
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "text/xml";
        return response.WriteAsync(body.ToString(SaveOptions.DisableFormatting));
    }
}
