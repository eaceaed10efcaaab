namespace GenesysLambdas.Generator;

/// <summary>The types that the generator knows by name.</summary>
internal static class KnownTypes
{
    public const string Lookup = "GenesysLambdas.Contracts.LookupAttribute";
    public const string ExternalApi = "GenesysLambdas.Contracts.ExternalApiAttribute";
    public const string Input = "GenesysLambdas.Contracts.InputAttribute";
    public const string Output = "GenesysLambdas.Contracts.OutputAttribute";
    public const string LookupBase = "GenesysLambdas.Lookup<TInputs, TOutputs>";
    public const string OutputsBase = "GenesysLambdas.Answers.LookupOutputs";
    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string LambdaFunction = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
}
