using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>A function as the program knows it.</summary>
internal record RegisteredFunction(string Type, string Method, Location Location);

/// <summary>A lookup as the program knows it.</summary>
internal sealed record RegisteredLookup(string Name, string Type, string Method, Location Location) : RegisteredFunction(Type, Method, Location);
