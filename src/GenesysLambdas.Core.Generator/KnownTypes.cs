namespace GenesysLambdas.Core.Generator;

internal static class KnownTypes
{
    public const string Lookup = "GenesysLambdas.Core.Contracts.LookupAttribute";
    public const string ExternalApi = "GenesysLambdas.Core.Contracts.ExternalApiAttribute";
    public const string Input = "GenesysLambdas.Core.Contracts.InputAttribute";
    public const string Output = "GenesysLambdas.Core.Contracts.OutputAttribute";
    public const string LookupBase = "GenesysLambdas.Lookup<TInputs, TOutputs>";
    public const string OutputsBase = "GenesysLambdas.Core.Answers.LookupOutputs";
    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string LambdaFunction = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
}
