using GenesysLambdas;
using GenesysLambdas.Core.Hosting;

// Every function of the stack is this program. In each, ANNOTATIONS_HANDLER (template.yaml) names the one [LambdaFunction] method to run.
// LookupRegistry is generated from these methods by src/GenesysLambdas.Core.Generator/RegistrySource.cs.
return await FunctionHost.RunAsync(LookupRegistry.Functions);
