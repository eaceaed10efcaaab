namespace GenesysLambdas.Apis;

/// <summary>The customer relationship management system.</summary>
[ExternalApi("CRM_API")]
public sealed class CrmApi;
