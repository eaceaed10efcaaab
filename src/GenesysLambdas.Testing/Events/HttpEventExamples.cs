namespace GenesysLambdas.Testing.Events;

/// <summary>HTTP requests as API Gateway's HTTP API and function URLs pass them on, in payload format 2.0.</summary>
public static class HttpEventExamples
{
    public const string RequestId = "J7m8fgZWoAMEJEA=";
    public const string CorrelationId = "0b1f7a52-6a1e-4c0f-9d3a-5f2f8f1d7c44";

    /// <summary>Everything in <see cref="HttpApi"/> and <see cref="FunctionUrl"/> that must not be logged.</summary>
    public static readonly IReadOnlyList<string> Private =
    [
        "the-bearer-token", "the-api-key", "the-session", "the-claim", "the-scope", "the-query",
        "CERT_CONTENT", "192.0.2.1", "AKIAEXAMPLE", "the-stage-variable",
    ];

    /// <remarks>awsdocs/amazon-api-gateway-developer-guide, doc_source/http-api-develop-integrations-lambda.md, with credentials in it.</remarks>
    public const string HttpApi = """
        {"version":"2.0","routeKey":"$default","rawPath":"/my/path","rawQueryString":"parameter1=the-query&parameter1=value2&parameter2=value",
         "cookies":["session=the-session","cookie2"],
         "headers":{"authorization":"Bearer the-bearer-token","x-api-key":"the-api-key",
           "header2":"value1,value2","x-correlation-id":"0b1f7a52-6a1e-4c0f-9d3a-5f2f8f1d7c44"},
         "queryStringParameters":{"parameter1":"the-query,value2","parameter2":"value"},
         "requestContext":{"accountId":"123456789012","apiId":"api-id",
          "authentication":{"clientCert":{"clientCertPem":"CERT_CONTENT","subjectDN":"www.example.com","issuerDN":"Example issuer",
           "serialNumber":"a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1:a1",
           "validity":{"notBefore":"May 28 12:30:02 2019 GMT","notAfter":"Aug  5 09:36:04 2021 GMT"}}},
          "authorizer":{"jwt":{"claims":{"claim1":"the-claim","claim2":"value2"},"scopes":["the-scope","scope2"]}},
          "domainName":"id.execute-api.us-east-1.amazonaws.com","domainPrefix":"id",
          "http":{"method":"POST","path":"/my/path","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"agent"},
          "requestId":"J7m8fgZWoAMEJEA=","routeKey":"$default","stage":"$default","time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
         "body":"Hello from Lambda","pathParameters":{"parameter1":"value1"},"isBase64Encoded":false,"stageVariables":{"stageVariable1":"the-stage-variable"}}
        """;

    /// <remarks>awsdocs/aws-lambda-developer-guide, doc_source/urls-invocation.md, with credentials in it.</remarks>
    public const string FunctionUrl = """
        {"version":"2.0","routeKey":"$default","rawPath":"/my/path","rawQueryString":"parameter1=the-query","cookies":["session=the-session"],
         "headers":{"Authorization":"Bearer the-bearer-token","X-Api-Key":"the-api-key","X-Correlation-ID":"0b1f7a52-6a1e-4c0f-9d3a-5f2f8f1d7c44"},
         "queryStringParameters":{"parameter1":"the-query"},
         "requestContext":{"accountId":"123456789012","apiId":"<urlid>","authentication":null,
          "authorizer":{"iam":{"accessKey":"AKIAEXAMPLE","accountId":"111122223333","callerId":"AIDAEXAMPLE","cognitoIdentity":null,"principalOrgId":null,
           "userArn":"arn:aws:iam::111122223333:user/example-user","userId":"AIDAEXAMPLE"}},
          "domainName":"<url-id>.lambda-url.us-west-2.on.aws","domainPrefix":"<url-id>",
          "http":{"method":"POST","path":"/my/path","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"agent"},
          "requestId":"e1506fd5-9e7b-434f-bd42-4f8fa224b599","routeKey":"$default","stage":"$default",
          "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":"1583348638390"},
         "body":"Hello from client!","pathParameters":null,"isBase64Encoded":false,"stageVariables":null}
        """;

    /// <remarks>
    /// aws/aws-lambda-dotnet, Libraries/test/Amazon.Lambda.AspNetCoreServer.Test/authtest-access-request-httpapi-v2.json: recorded. It has no body.
    /// </remarks>
    public const string Recorded = """
        {"version":"2.0","routeKey":"ANY /{proxy+}","rawPath":"/api/authtest","rawQueryString":"",
         "headers":{"accept":"*/*","accept-encoding":"gzip, deflate","content-length":"0",
          "host":"uo9pe23ec6.execute-api.us-east-1.amazonaws.com","user-agent":"PostmanRuntime/7.20.1",
          "x-amzn-trace-id":"Root=1-5e7aeb83-0b67e2a8010700549b3ca4a4","x-forwarded-for":"192.182.149.40","x-forwarded-port":"443","x-forwarded-proto":"https"},
         "requestContext":{"accountId":"626492997873","apiId":"uo9pe23ec6","domainName":"uo9pe23ec6.execute-api.us-east-1.amazonaws.com",
          "domainPrefix":"uo9pe23ec6",
          "http":{"method":"GET","path":"/api/authtest","protocol":"HTTP/1.1","sourceIp":"192.182.149.40","userAgent":"PostmanRuntime/7.20.1"},
          "requestId":"J7m8fgZWoAMEJEA=","routeKey":"ANY /{proxy+}","stage":"$default","time":"25/Mar/2020:05:26:27 +0000","timeEpoch":1585113987055},
         "pathParameters":{"proxy":"api/authtest"},"isBase64Encoded":false}
        """;

    /// <summary>The smallest event with a body.</summary>
    /// <param name="body">The body, if any.</param>
    public static string WithBody(string? body) => With("""{"version":"2.0","requestContext":{"http":{}}}""", body);

    /// <summary>An event with a binary body.</summary>
    public static string WithBody(byte[] body) => With(HttpApi, Convert.ToBase64String(body), isBase64: true);

    /// <summary>An event with another body.</summary>
    public static string With(string httpEvent, string? body, bool isBase64 = false)
    {
        var json = JsonNode.Parse(httpEvent)!;
        json["body"] = body;
        json["isBase64Encoded"] = isBase64;
        return json.ToJsonString();
    }

    /// <summary>The answer in an HTTP answer, which must be valid for API Gateway.</summary>
    public static JsonElement Body(JsonElement answer, int status = 200)
    {
        Assert.Equal(["statusCode", "headers", "body", "isBase64Encoded"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(status, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("""{"Content-Type":"application/json"}""", answer.GetProperty("headers").GetRawText());
        Assert.False(answer.Flag("isBase64Encoded"));
        return JsonDocument.Parse(answer.Text("body")!).RootElement;
    }
}
