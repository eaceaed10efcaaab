namespace GenesysLambdas.Testing.Events;

/// <summary>HTTP requests as a REST API, an HTTP API in payload format 1.0 and a load balancer pass them on. The body is <c>BODY</c>, as JSON.</summary>
public static class OtherHttpEventExamples
{
    public const string CorrelationId = "5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59";
    public const string RestRequestId = "3b4c7c2e-9f5a-4d7e-8c1b-0a2d4e6f8091";
    public const string HttpApi1RequestId = "KtR2phI_IAMEV0g=";
    public const string TraceRoot = "1-67e5a3c1-2f9b7d4e6a8c0b1d3f5e7a92";

    /// <summary>Everything in them that must not be logged.</summary>
    public static readonly IReadOnlyList<string> Private =
        ["the-bearer-token", "the-api-key", "the-query", "the-principal", "the-stage-variable", "198.51.100.7", "the-agent", "AKIDEXAMPLE"];

    /// <summary>A proxy integration of a REST API.</summary>
    /// <remarks>Its members are those of docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, "Input format".</remarks>
    public const string Rest = """
        {"resource":"/lookups/{lookup}","path":"/lookups/user","httpMethod":"POST",
         "headers":{"Authorization":"Bearer the-bearer-token","Content-Type":"application/json","x-api-key":"the-api-key",
          "X-Correlation-Id":"5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59"},
         "multiValueHeaders":{"Authorization":["Bearer the-bearer-token"],"Content-Type":["application/json"],"x-api-key":["the-api-key"],
          "X-Correlation-Id":["5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59"]},
         "queryStringParameters":{"q":"the-query"},"multiValueQueryStringParameters":{"q":["the-query"]},"pathParameters":{"lookup":"user"},
         "stageVariables":{"a":"the-stage-variable"},
         "requestContext":{"accountId":"111122223333","apiId":"a1b2c3d4e5","authorizer":{"principalId":"the-principal"},"domainName":"api.example.com",
          "httpMethod":"POST",
          "extendedRequestId":"KtR1xEXAMPLE=","identity":{"accessKey":"AKIDEXAMPLE","apiKey":"the-api-key","sourceIp":"198.51.100.7","userAgent":"the-agent"},
          "path":"/prod/lookups/user","protocol":"HTTP/1.1","requestId":"3b4c7c2e-9f5a-4d7e-8c1b-0a2d4e6f8091","requestTimeEpoch":1770000000000,
          "resourceId":"abc123",
          "resourcePath":"/lookups/{lookup}","stage":"prod"},
         "body":BODY,"isBase64Encoded":false}
        """;

    /// <summary>An HTTP API whose integration has the payload format 1.0.</summary>
    /// <remarks>Its members are those of docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html.</remarks>
    public const string HttpApi1 = """
        {"version":"1.0","resource":"/lookups","path":"/lookups","httpMethod":"POST",
         "headers":{"authorization":"Bearer the-bearer-token","content-type":"application/json","x-correlation-id":"5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59"},
         "multiValueHeaders":{"authorization":["Bearer the-bearer-token"],"content-type":["application/json"],
          "x-correlation-id":["5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59"]},
         "queryStringParameters":null,"multiValueQueryStringParameters":null,"pathParameters":null,"stageVariables":null,
         "requestContext":{"accountId":"111122223333","apiId":"a1b2c3d4e5","authorizer":{"claims":{"sub":"the-principal"},"scopes":null},
          "domainName":"api.example.com",
          "httpMethod":"POST","identity":{"sourceIp":"198.51.100.7","userAgent":"the-agent"},"path":"/lookups","protocol":"HTTP/1.1",
          "requestId":"KtR2phI_IAMEV0g=",
          "resourceId":null,"resourcePath":"/lookups","stage":"$default"},
         "body":BODY,"isBase64Encoded":false}
        """;

    /// <summary>An Application Load Balancer.</summary>
    /// <remarks>Its members are those of docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html, "Receive events".</remarks>
    public const string LoadBalancer = """
        {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/lookups/0123456789abcdef"}},
         "httpMethod":"POST","path":"/lookups","queryStringParameters":{"q":"the-query"},
         "headers":{"authorization":"Bearer the-bearer-token","content-type":"application/json","user-agent":"the-agent",
          "x-amzn-trace-id":"Root=1-67e5a3c1-2f9b7d4e6a8c0b1d3f5e7a92",
          "x-correlation-id":"5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59","x-forwarded-for":"198.51.100.7"},
         "body":BODY,"isBase64Encoded":false}
        """;

    /// <summary>An Application Load Balancer whose target group has multi-value headers.</summary>
    /// <remarks>The same page, "Multi-value headers".</remarks>
    public const string LoadBalancerWithLists = """
        {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/lookups/0123456789abcdef"}},
         "httpMethod":"POST","path":"/lookups","multiValueQueryStringParameters":{"q":["the-query"]},
         "multiValueHeaders":{"authorization":["Bearer the-bearer-token"],"content-type":["application/json"],"user-agent":["the-agent"],
          "x-amzn-trace-id":["Self=1-67e5a3c2-0123456789abcdef01234567;Root=1-67e5a3c1-2f9b7d4e6a8c0b1d3f5e7a92;CalledFrom=app"],
          "x-correlation-id":["5f0e6a8e-1f4b-4f0e-9a51-6f1d2c3b4a59"],"x-forwarded-for":["198.51.100.7"]},
         "body":BODY,"isBase64Encoded":false}
        """;

    /// <summary>A health check of a load balancer.</summary>
    /// <remarks>The same page, "Enable health checks".</remarks>
    public const string HealthCheck = """
        {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/lookups/0123456789abcdef"}},
         "httpMethod":"GET","path":"/","queryStringParameters":{},"headers":{"user-agent":"ELB-HealthChecker/2.0"},"body":"","isBase64Encoded":false}
        """;
}
