using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>A lookup as the program knows it.</summary>
internal sealed record RegisteredLookup(string Name, string Type, string Method, Location Location);
