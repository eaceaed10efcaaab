namespace GenesysLambdas.Apis;

/// <summary>The API that provides users.</summary>
[ExternalApi("USER_API", BaseUrl = "https://jsonplaceholder.typicode.com")]
public sealed class UserApi;
