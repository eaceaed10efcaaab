using System.Net;

namespace Amazon.Runtime;

/// <summary>Base of AWS services' responses.</summary>
public class AmazonWebServiceResponse
{
    /// <summary>The response's HTTP status.</summary>
    public HttpStatusCode HttpStatusCode { get; set; }
}
