namespace GenesysLambdas.Core.Generator;

/// <summary>A function as the program knows it.</summary>
/// <param name="Id">See <see cref="Problem.Id"/>.</param>
internal record RegisteredFunction(string Type, string Method, string Id);

/// <summary>A lookup as the program knows it.</summary>
internal sealed record RegisteredLookup(string Name, string Type, string Method, string Id) : RegisteredFunction(Type, Method, Id);
