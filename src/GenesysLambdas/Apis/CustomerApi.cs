namespace GenesysLambdas.Apis;

/// <summary>The API with the customers' profiles.</summary>
[ExternalApi("CUSTOMER_API")]
public sealed class CustomerApi;
