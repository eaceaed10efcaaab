using System.Text.Json.Serialization;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Lookups;

namespace GenesysLambdas;

/// <summary>The JSON of the external APIs: each lookup's reply, and the body of its request, if it has one.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextConverter)])]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(CustomerAccount))]
[JsonSerializable(typeof(Weather))]
[JsonSerializable(typeof(CustomerQuery))]
[JsonSerializable(typeof(CustomerMatch))]
[JsonSerializable(typeof(ContactMatches))]
[JsonSerializable(typeof(InvocationPage))]
[JsonSerializable(typeof(InvocationPage.Entity))]
internal sealed partial class LookupJson : JsonSerializerContext;
