using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using GenesysLambdas;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(LookupSerializer))]
