namespace GenesysLambdas.Apis;

/// <summary>The API that provides customer profiles.</summary>
[ExternalApi("CUSTOMER_API")]
public sealed class CustomerApi;
