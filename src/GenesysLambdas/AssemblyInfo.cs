using Amazon.Lambda.Core;
using GenesysLambdas;

[assembly: LambdaSerializer(typeof(LookupSerializer))]
